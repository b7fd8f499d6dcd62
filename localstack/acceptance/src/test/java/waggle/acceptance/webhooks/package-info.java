/** Events, their payloads and deliveries. */
@NullMarked
package waggle.acceptance.webhooks;

import org.jspecify.annotations.NullMarked;
