/** Live updates: the WebSocket API and its functions. */
@NullMarked
package waggle.infra.live;

import org.jspecify.annotations.NullMarked;
