/** The list of events, polled, printed and forwarded. */
@NullMarked
package waggle.cloud.listen;

import org.jspecify.annotations.NullMarked;
