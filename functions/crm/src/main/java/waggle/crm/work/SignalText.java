package waggle.crm.work;

import java.util.Optional;
import waggle.model.Uuids;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.sync.Signal;

/** A signal and its resource as a text, to be stored: {@code partner remote 4711}. */
record SignalText(SyncedResource resource, Signal signal) {
    private static final String RECORD = "record";
    private static final String REMOTE = "remote";
    private static final int PARTS = 3;

    String text() {
        return switch (signal) {
            case Signal.OfRecord record -> resource.resource().name() + " " + RECORD + " " + record.uuid();
            case Signal.OfRemote remote -> resource.resource().name() + " " + REMOTE + " " + remote.id();
        };
    }

    /** Reads a stored signal; empty for one of a resource that is synchronised no more. */
    static Optional<SignalText> of(String text) {
        var parts = text.split(" ", PARTS);
        return parts.length < PARTS
                ? Optional.empty()
                : SyncedResource.named(parts[0]).flatMap(resource -> signal(parts[1], parts[2])
                        .map(signal -> new SignalText(resource, signal)));
    }

    private static Optional<Signal> signal(String kind, String id) {
        return switch (kind) {
            case RECORD -> Uuids.parse(id).map(Signal.OfRecord::new);
            case REMOTE -> Optional.of(new Signal.OfRemote(id));
            default -> Optional.empty();
        };
    }
}
