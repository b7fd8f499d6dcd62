/** The pure part of the synchronisation: one record is merged field by field against the values that both sides last agreed on. */
@NullMarked
package waggle.model.crm.merge;

import org.jspecify.annotations.NullMarked;
