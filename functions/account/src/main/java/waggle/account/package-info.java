/** The resource group {@code account}: API keys, and the usage plan that counts their requests. */
@NullMarked
package waggle.account;

import org.jspecify.annotations.NullMarked;
