/** The local cloud: all of Waggle on one machine, without AWS and without Docker. */
@NullMarked
package waggle.cloud;

import org.jspecify.annotations.NullMarked;
