/** Live updates. */
@NullMarked
package waggle.acceptance.live;

import org.jspecify.annotations.NullMarked;
