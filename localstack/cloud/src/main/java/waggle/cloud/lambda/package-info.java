/** Runs functions in this process, or packaged in processes of their own. */
@NullMarked
package waggle.cloud.lambda;

import org.jspecify.annotations.NullMarked;
