/** The access tokens of connections to CRMs in the table. */
@NullMarked
package waggle.model.crm.token;

import org.jspecify.annotations.NullMarked;
