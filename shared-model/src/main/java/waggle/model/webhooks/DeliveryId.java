package waggle.model.webhooks;

import java.util.UUID;
import waggle.model.Uuids;

/** The uuid of the delivery of an event to an endpoint. A repetition finds the same delivery. */
public final class DeliveryId {
    private DeliveryId() {}

    public static UUID of(UUID endpoint, UUID event) {
        return Uuids.derived(event, endpoint);
    }
}
