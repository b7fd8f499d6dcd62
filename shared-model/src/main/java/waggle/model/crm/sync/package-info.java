/** The synchronisation of one record: it reads both sides afresh, merges them, and writes each side at most once. */
@NullMarked
package waggle.model.crm.sync;

import org.jspecify.annotations.NullMarked;
