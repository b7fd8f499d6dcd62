/** The resource group {@code search}: one search over the records of several types. */
@NullMarked
package waggle.search;

import org.jspecify.annotations.NullMarked;
