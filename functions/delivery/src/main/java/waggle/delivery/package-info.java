/** One webhook call: where it may go, how it is signed, what came of it, and when to try again. */
@NullMarked
package waggle.delivery;

import org.jspecify.annotations.NullMarked;
