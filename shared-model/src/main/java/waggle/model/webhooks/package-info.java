/** Webhook endpoints, and the deliveries of events to them (docs/api.md, "Events and webhooks"). */
@NullMarked
package waggle.model.webhooks;

import org.jspecify.annotations.NullMarked;
