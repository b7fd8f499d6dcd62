/** A CRM in memory, on HTTP at the loopback address: the server, the records and the faults that all providers share. */
@NullMarked
package waggle.cloud.crm.fake;

import org.jspecify.annotations.NullMarked;
