/** The parameters of lists: filters, search, sort, pages, and expansion. */
@NullMarked
package waggle.http.query;

import org.jspecify.annotations.NullMarked;
