/** Brings stored records of earlier releases up to date. */
@NullMarked
package waggle.model.migration;

import org.jspecify.annotations.NullMarked;
