package waggle.crm.work;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Uuids;
import waggle.model.crm.mapping.NotePlace;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.sync.Signal;
import waggle.model.events.Event;

/**
 * A signal and its resource as a text, to be stored: {@code partner remote 4711}.
 *
 * @param place where a note lies; null for other records, and where a link tells it
 */
record SignalText(
        SyncedResource resource, Signal signal, @Nullable NotePlace place) {
    static final String RECORD = "record";
    static final String REMOTE = "remote";
    private static final int PARTS = 3;

    /** The signal of a record of Waggle. */
    static SignalText ofRecord(SyncedResource resource, UUID uuid) {
        return new SignalText(resource, new Signal.OfRecord(uuid), null);
    }

    static SignalText of(NotePlace place) {
        return new SignalText(SyncedResource.NOTE, new Signal.OfRecord(place.note()), place);
    }

    /** Empty for an event of a resource that is not synchronised. */
    static Optional<SignalText> of(Event event) {
        var name = event.type().substring(0, event.type().indexOf('.'));
        return SyncedResource.named(name)
                .flatMap(resource -> resource == SyncedResource.NOTE
                        ? NotePlace.of(event.data().object()).map(SignalText::of)
                        : Optional.of(ofRecord(resource, event.recordUuid())));
    }

    String text() {
        return switch (signal) {
            case Signal.OfRecord record ->
                text(RECORD, place == null ? record.uuid().toString() : place.text());
            case Signal.OfRemote remote -> text(REMOTE, remote.id());
        };
    }

    private String text(String kind, String id) {
        return resource.resource().name() + " " + kind + " " + id;
    }

    /** Reads a stored signal; empty for one of a resource that is synchronised no more. */
    static Optional<SignalText> of(String text) {
        var parts = text.split(" ", PARTS);
        return parts.length < PARTS
                ? Optional.empty()
                : SyncedResource.named(parts[0]).flatMap(resource -> signal(resource, parts[1], parts[2]));
    }

    private static Optional<SignalText> signal(SyncedResource resource, String kind, String id) {
        return switch (kind) {
            case RECORD ->
                NotePlace.of(id).map(SignalText::of).or(() -> Uuids.parse(id).map(uuid -> ofRecord(resource, uuid)));
            case REMOTE -> Optional.of(new SignalText(resource, new Signal.OfRemote(id), null));
            default -> Optional.empty();
        };
    }
}
