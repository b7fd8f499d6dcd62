/** Bodies and records for tests of several resources. */
@NullMarked
package waggle.acceptance.samples;

import org.jspecify.annotations.NullMarked;
