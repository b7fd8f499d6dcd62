package waggle.model.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.CodePoints;
import waggle.model.declaration.Records;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.notifications.Notification.Subject;
import waggle.model.partners.NotificationType;
import waggle.model.partners.Partner;

/**
 * An event, and the record that its notifications are about.
 *
 * @param records of the company, as of now
 */
record Occasion<T>(Event event, Kind<T> kind, UUID uuid, T value, Records records) {
    /** The occasion of an event of a record, which the event has as it was then. */
    static <T> Occasion<T> of(Event event, Kind<T> kind, Records records) {
        var value = Json.read(event.data().object(), kind.resource().shape());
        return new Occasion<>(event, kind, event.recordUuid(), value, records);
    }

    /** The occasion of an event of a note, with the record that the note is about; empty if that is deleted. */
    static <T> Optional<Occasion<T>> about(Event event, Kind<T> kind, UUID uuid, Records records) {
        return records.find(kind.resource(), uuid)
                .map(found -> new Occasion<>(event, kind, uuid, found.value(), records));
    }

    /** The record within a sentence: {@code the deal "Ten seats"}. */
    String titled() {
        return "the " + kind.resource().titled(value);
    }

    String actor() {
        return event.actor().label();
    }

    private Optional<UUID> partner() {
        return Optional.ofNullable(kind.partner().apply(uuid, value));
    }

    /** A notice that the partner of the record may see. */
    Optional<Notice> notice(NotificationType type, Set<UUID> users, String text) {
        return notice(type, users, partner(), text);
    }

    /** A notice that the partner of the record may not see. */
    Optional<Notice> internal(NotificationType type, Set<UUID> users, String text) {
        return notice(type, users, Optional.empty(), text);
    }

    private Optional<Notice> notice(NotificationType type, Set<UUID> users, Optional<UUID> sharedWith, String text) {
        var label = CodePoints.first(Subject.LONGEST_LABEL, kind.resource().title(value));
        var subject = new Subject(kind.type(), uuid, label);
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(
                        type, subject, CodePoints.first(Notification.LONGEST_TEXT, text), users, sharedWith));
    }

    /**
     * The users who are assigned to the record or to its partner.
     *
     * @param others further users whom the event concerns
     */
    Set<UUID> concerned(@Nullable UUID... others) {
        return Stream.of(
                        kind.assigned().apply(value).stream(),
                        partner().flatMap(uuid -> records.find(Partner.RESOURCE, uuid)).stream()
                                .flatMap(found -> found.value().assignedUserUuids().stream()),
                        Stream.of(others).filter(Objects::nonNull))
                .flatMap(users -> users)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The users in a field of the event's record that were not in it before. */
    Set<UUID> added(String field, List<UUID> users) {
        var before = before(field);
        if (event.data().previous() != null && before.isMissingNode()) {
            return Set.of();
        }
        var old = before.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        return users.stream()
                .filter(user -> !old.contains(user.toString()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The old value of a field; missing if the event did not change it. */
    JsonNode before(String field) {
        var previous = event.data().previous();
        return previous == null ? MissingNode.getInstance() : previous.path(field);
    }
}
