package waggle.model.crm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import waggle.model.Uuids;
import waggle.model.declaration.Resource;
import waggle.model.notes.Note;

/**
 * Where a note lies: below the record that it is about. Its text, {@code lead/<uuid>/<uuid>}, is the identifier of a note in
 * messages.
 *
 * @param parent the record that the note is about
 */
public record NotePlace(Note.Parent parent, UUID note) {
    private static final int PARTS = 3;

    /** Parses a text; empty if it is not the place of a note. */
    public static Optional<NotePlace> of(String text) {
        var parts = text.split("/", PARTS);
        return parts.length < PARTS
                ? Optional.empty()
                : type(parts[0]).flatMap(type -> Uuids.parse(parts[1]).flatMap(parent -> Uuids.parse(parts[2])
                        .map(note -> new NotePlace(new Note.Parent(type, parent), note))));
    }

    /** The place of a note that an event has; empty for another record. */
    public static Optional<NotePlace> of(JsonNode record) {
        var parent = record.path(Note.PARENT);
        return of(String.join(
                "/",
                parent.path("type").asText(),
                parent.path("uuid").asText(),
                record.path("uuid").asText()));
    }

    private static Optional<Note.Type> type(String name) {
        return Arrays.stream(Note.Type.values())
                .filter(type -> name(type).equals(name))
                .findFirst();
    }

    private static String name(Note.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    public String text() {
        return name(parent.type()) + "/" + parent.uuid() + "/" + note;
    }

    /** The resource of the record that the note is about. */
    public SyncedResource of() {
        return SyncedResource.valueOf(parent.type().name());
    }

    /** The notes that this one is among. */
    public Resource<Note> collection() {
        return of().notes().below(parent.uuid());
    }
}
