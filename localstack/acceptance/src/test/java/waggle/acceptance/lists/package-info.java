/** Filters, search, sort, times, order and pages of lists. */
@NullMarked
package waggle.acceptance.lists;

import org.jspecify.annotations.NullMarked;
