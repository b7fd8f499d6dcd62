package waggle.model.notifications;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Write;
import waggle.model.events.Event;
import waggle.model.notes.Note;
import waggle.model.notes.NoteBuilder;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.partners.User;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.store.StoredRecords;

/** A company of the local table, whose users are notified. */
final class NotifiedCompany {
    private final Clock clock;
    private final Actor actor = LocalTable.someone();
    private final StoredRecords records = new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company());
    private final Store<Event> events;

    NotifiedCompany(Clock clock) {
        this.clock = clock;
        events = new Store<>(LocalTable.shared(), LocalTable.NAME, Event.RESOURCE, clock);
    }

    <T> T write(Function<Write, T> work) {
        return write(clock, work);
    }

    <T> T write(Clock moved, Function<Write, T> work) {
        return Catalogue.writes(LocalTable.shared(), LocalTable.NAME, moved).run(actor, work);
    }

    List<UUID> users(int count) {
        return IntStream.range(0, count).mapToObj(i -> user("user" + i)).toList();
    }

    UUID user(String name) {
        var email = name + "@example.com";
        var user = new User(email, null, null, User.Role.ADMIN, null, null, null, null, User.Status.ACTIVE, null);
        return write(write -> write.create(User.RESOURCE, user)).uuid();
    }

    UUID partner(List<UUID> users) {
        var partner = PartnerBuilder.builder()
                .name("Acme")
                .partnerType(PartnerType.RESELLER)
                .assignedUserUuids(users)
                .build();
        return write(write -> write.create(Partner.RESOURCE, partner)).uuid();
    }

    /** The event of a new note. */
    Entity<Event> mentioning(List<UUID> users, UUID partner) {
        var note = NoteBuilder.builder()
                .content("Hello")
                .mentions(users)
                .parent(new Note.Parent(Note.Type.PARTNER, partner))
                .build();
        write(write -> write.create(Partner.NOTES.below(partner), note));
        return events.all(actor).stream()
                .filter(event -> event.value().type().equals("note.created"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    List<String> types() {
        return events.all(actor).stream().map(event -> event.value().type()).toList();
    }

    void makeAll() {
        events.all(actor).forEach(event -> make(LocalTable.shared(), event));
    }

    void make(DynamoDbClient client, Entity<Event> event) {
        new Notifications(client, LocalTable.NAME, Catalogue.writes(client, LocalTable.NAME, clock))
                .make(actor.company(), event.uuid(), event.value());
    }

    /** The uuids of the notifications of an event. */
    List<UUID> made(Entity<Event> event, List<UUID> users) {
        var uuids =
                users.stream().map(user -> Uuids.derived(event.uuid(), user)).toList();
        return records.find(Notification.RESOURCE, uuids).stream()
                .map(Entity::uuid)
                .toList();
    }

    /** The uuids of the notifications that events have told of. */
    List<UUID> told(Entity<Event> event) {
        return events.all(actor).stream()
                .map(Entity::value)
                .filter(told -> told.type().equals(Notification.CREATED))
                .filter(told -> told.data()
                        .object()
                        .path("event_uuid")
                        .asText()
                        .equals(event.uuid().toString()))
                .map(Event::recordUuid)
                .toList();
    }

    List<String> texts(UUID user) {
        return records.all(Notification.RESOURCE).stream()
                .map(Entity::value)
                .filter(notification -> Objects.equals(notification.userUuid(), user))
                .map(Notification::text)
                .toList();
    }
}
