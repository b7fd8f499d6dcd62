package waggle.model.notifications;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import waggle.model.crm.stored.CrmConflict;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmLink;
import waggle.model.declaration.Records;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.partners.NotificationType;
import waggle.model.partners.User;
import waggle.model.records.Entity;

/** The notices of connections to CRMs, for the administrators of the company. */
final class CrmNotices {
    /** Administrators who are told. A company has few. */
    private static final int MOST = 50;

    private CrmNotices() {}

    static Optional<Notice> status(Event event, Records records) {
        var status = Json.read(event.data().object(), CrmConnection.class).status();
        return status == CrmConnection.Status.NEEDS_REAUTH
                ? notice(records, event.recordUuid(), "The CRM refuses the credentials of %s. Write others.")
                : Optional.empty();
    }

    static Optional<Notice> conflict(Event event, Records records) {
        var conflict = Json.read(event.data().object(), CrmConflict.class);
        return notice(
                records, conflict.connectionUuid(), "A conflict of %s needs a decision: " + plain(conflict.message()));
    }

    static Optional<Notice> parked(Event event, Records records) {
        var link = Json.read(event.data().object(), CrmLink.class);
        var problem = link.problem();
        return notice(
                records,
                link.connectionUuid(),
                "A record of %s waits until its values are accepted"
                        + (problem == null ? "" : ": " + plain(problem.message())));
    }

    /** A text that is no part of a format. */
    private static String plain(String text) {
        return text.replace("%", "%%");
    }

    /** The connection of an event that happens to many records at once: it is told once a day. */
    static Optional<UUID> connectionOf(Event event) {
        return switch (event.type()) {
            case CrmConflict.CREATED, CrmLink.PARKED ->
                Optional.of(UUID.fromString(
                        event.data().object().required(CrmLink.CONNECTION).asText()));
            default -> Optional.empty();
        };
    }

    private static Optional<Notice> notice(Records records, UUID connection, String text) {
        var label = records.find(CrmConnection.RESOURCE, connection)
                .map(found -> found.value().label())
                .orElse("a deleted connection");
        var users = administrators(records);
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(
                        NotificationType.CRM_ATTENTION,
                        new Notification.Subject(Notification.Type.CRM_CONNECTION, connection, label),
                        text.formatted("\"" + label + "\""),
                        users,
                        Optional.empty()));
    }

    private static Set<UUID> administrators(Records records) {
        return records.all(User.RESOURCE).stream()
                .filter(user -> user.value().role() == User.Role.ADMIN)
                .limit(MOST)
                .map(Entity::uuid)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
