/** Conventions of every resource, once for each sample. */
@NullMarked
package waggle.acceptance.conventions;

import org.jspecify.annotations.NullMarked;
