/** Runs over many records: which ones to look at, in which order, and how many calls they may cost. */
@NullMarked
package waggle.model.crm.run;

import org.jspecify.annotations.NullMarked;
