/** The resource group {@code webhooks}: events, and the endpoints that hear of them. */
@NullMarked
package waggle.webhooks;

import org.jspecify.annotations.NullMarked;
