/** A Salesforce in memory, on HTTP at the loopback address, that behaves as the real one where a synchronisation can tell. */
@NullMarked
package waggle.cloud.crm.salesforce;

import org.jspecify.annotations.NullMarked;
