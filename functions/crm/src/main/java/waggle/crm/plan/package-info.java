/** What a dry run of the synchronisation plans, and the log of it. */
@NullMarked
package waggle.crm.plan;

import org.jspecify.annotations.NullMarked;
