/** The AsyncAPI document of live updates. */
@NullMarked
package waggle.openapi.live;

import org.jspecify.annotations.NullMarked;
