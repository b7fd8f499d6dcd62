package waggle.model.notifications;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.declaration.Records;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.notes.Note;
import waggle.model.partners.NotificationType;
import waggle.model.partners.User;

/** The notices of notes: a note tells the users whom it mentions, and did not mention before. */
final class Mentions {
    private Mentions() {}

    static Optional<Notice> of(Event event, Records records) {
        var note = Json.read(event.data().object(), Note.class);
        var parent = note.parent();
        if (parent == null || note.mentions().isEmpty()) {
            return Optional.empty();
        }
        var kind =
                switch (parent.type()) {
                    case PARTNER -> Kind.PARTNER;
                    case LEAD -> Kind.LEAD;
                    case DEAL -> Kind.DEAL;
                };
        return of(event, note, kind, parent.uuid(), records);
    }

    private static <T> Optional<Notice> of(Event event, Note note, Kind<T> kind, UUID parent, Records records) {
        return Occasion.about(event, kind, parent, records).flatMap(occasion -> {
            var others = note.mentions().stream()
                    .filter(user -> !user.equals(note.authorUserUuid()))
                    .toList();
            var users = occasion.added("mentions", others);
            var text = "%s mentioned you in a note about %s."
                    .formatted(author(note.authorUserUuid(), occasion), occasion.titled());
            return note.shared()
                    ? occasion.notice(NotificationType.MENTIONED, users, text)
                    : occasion.internal(NotificationType.MENTIONED, users, text);
        });
    }

    private static String author(@Nullable UUID author, Occasion<?> occasion) {
        return Optional.ofNullable(author)
                .flatMap(uuid -> occasion.records().find(User.RESOURCE, uuid))
                .map(user -> user.value().fullName())
                .orElseGet(occasion::actor);
    }
}
