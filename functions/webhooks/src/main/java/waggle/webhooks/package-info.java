/** The resource group {@code webhooks}: events, webhook endpoints and deliveries. */
@NullMarked
package waggle.webhooks;

import org.jspecify.annotations.NullMarked;
