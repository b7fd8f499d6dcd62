/** The port to a CRM: small values and one interface, which each provider implements. */
@NullMarked
package waggle.model.crm.port;

import org.jspecify.annotations.NullMarked;
