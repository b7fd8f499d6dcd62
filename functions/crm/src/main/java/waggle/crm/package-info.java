/** The resource group {@code crm}: connections to CRMs, mappings, runs, links, the log and conflicts. */
@NullMarked
package waggle.crm;

import org.jspecify.annotations.NullMarked;
