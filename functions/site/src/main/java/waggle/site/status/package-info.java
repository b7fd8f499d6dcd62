/** The status page, for people and for machines. It contains nothing of a company. */
@NullMarked
package waggle.site.status;

import org.jspecify.annotations.NullMarked;
