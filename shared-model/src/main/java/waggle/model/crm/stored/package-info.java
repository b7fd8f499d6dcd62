/** The connections to CRMs in the table: mappings, links, the log, conflicts and runs. */
@NullMarked
package waggle.model.crm.stored;

import org.jspecify.annotations.NullMarked;
