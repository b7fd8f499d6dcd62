package waggle.crm.work;

import java.util.Optional;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.sync.Signal;
import waggle.model.events.Event;

/** The signal of an event of Waggle. */
final class EventSignal {
    private EventSignal() {}

    /** Empty for an event of a resource that is not synchronised. */
    static Optional<SignalText> of(Event event) {
        var resource = event.type().substring(0, event.type().indexOf('.'));
        return SyncedResource.named(resource)
                .map(synced -> new SignalText(synced, new Signal.OfRecord(event.recordUuid())));
    }
}
