/** One webhook call: its request and signature, its outcome, and the schedule of its retries. */
@NullMarked
package waggle.delivery;

import org.jspecify.annotations.NullMarked;
