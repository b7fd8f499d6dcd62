/** The calls that the processes of a connection share, in the table. */
@NullMarked
package waggle.model.crm.budget;

import org.jspecify.annotations.NullMarked;
