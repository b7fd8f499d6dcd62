package waggle.model.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.FaultyClient.Fault.NONE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.deals.Payment;
import waggle.model.deals.PaymentBuilder;
import waggle.model.declaration.Write;
import waggle.model.events.Event;
import waggle.model.leads.Lead;
import waggle.model.leads.LeadBuilder;
import waggle.model.leads.Registrations;
import waggle.model.notes.Note;
import waggle.model.notes.NoteBuilder;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.partners.User;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.store.StoredRecords;
import waggle.model.write.Writes;

/** An event makes one notification for each user whom it concerns, whatever is killed, repeated or done twice at once. */
class NotificationsTest {
    /** More than one transaction makes. */
    private static final int MENTIONED = 30;

    private static final Clock CLOCK = Clock.systemUTC();

    private final Actor actor = LocalTable.someone();
    private final StoredRecords records = new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company());
    private final Store<Event> events = new Store<>(LocalTable.shared(), LocalTable.NAME, Event.RESOURCE, CLOCK);

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void notifications_killedAtAnyCall_areCompletedByTheRepetition(Fault fault) {
        var users = users();
        var partner = partner(List.of());
        var call = 0;
        while (isKilled(users, partner, call, fault)) {
            call++;
        }
        assertThat(call).as("calls of one event").isGreaterThanOrEqualTo(6);
    }

    private boolean isKilled(List<UUID> users, UUID partner, int call, Fault fault) {
        var event = mentioning(users, partner);
        var calls = new AtomicInteger();
        var killed = isKilled(FaultyClient.with(method -> calls.getAndIncrement() == call ? fault : NONE), event);
        assertThat(told(event)).as("events after call %d", call).hasSameSizeAs(made(event, users));

        make(LocalTable.shared(), event);
        make(LocalTable.shared(), event);

        assertThat(made(event, users)).as("after call %d", call).hasSize(MENTIONED);
        assertThat(told(event))
                .as("events after call %d", call)
                .containsExactlyInAnyOrderElementsOf(made(event, users));
        return killed;
    }

    private boolean isKilled(DynamoDbClient client, Entity<Event> event) {
        try {
            make(client, event);
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    @Test
    void notifications_thatAreMadeByManyAtOnce_areMadeOnce() throws InterruptedException {
        var users = users();
        var event = mentioning(users, partner(List.of()));
        Callable<Boolean> make = () -> {
            make(LocalTable.shared(), event);
            return true;
        };

        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(workers.invokeAll(List.of(make, make, make, make)))
                    .allSatisfy(made -> assertThat(made.resultNow()).isTrue());
        }

        assertThat(told(event)).containsExactlyInAnyOrderElementsOf(made(event, users));
        assertThat(made(event, users)).hasSize(MENTIONED);
    }

    @Test
    void payment_thatIsDue_tellsTheUserWhoIsPaid_andThoseOfItsPartner() {
        var manager = user("manager");
        var paid = user("paid");
        var partner = partner(List.of(manager));
        var value = PaymentBuilder.builder()
                .category(Payment.Category.SPIFF)
                .paymentValue(BigDecimal.TEN)
                .dueDate(LocalDate.EPOCH);
        var ofUser = write(write -> write.create(
                Payment.RESOURCE,
                value.recipientType(Payment.RecipientType.USER)
                        .recipientUuid(paid)
                        .build()));
        var ofPartner = write(write -> write.create(
                Payment.RESOURCE,
                value.recipientType(Payment.RecipientType.PARTNER)
                        .recipientUuid(partner)
                        .build()));

        Stream.of(ofUser, ofPartner)
                .forEach(payment -> write(write -> {
                    Payment.becomeDue(write, payment.uuid());
                    return payment;
                }));
        makeAll();

        assertThat(texts(paid)).containsExactly("The spiff of 10 USD is due on 1970-01-01.");
        assertThat(texts(manager)).contains("The spiff of 10 USD is due on 1970-01-01.");
    }

    @Test
    void protectionThatEndsSoon_tellsOnce_sevenDaysBeforeOrHalfway() {
        var manager = user("manager");
        var partner = partner(List.of(manager));
        var lead = write(write -> {
            var made = LeadBuilder.builder().email("ada@ends.example").partnerUuid(partner);
            return write.create(Lead.RESOURCE, made.build());
        });
        write(write -> Registrations.register(write, lead.uuid()));
        write(write -> Registrations.approve(write, lead.uuid(), 2));

        step(lead, Duration.ofHours(23));
        assertThat(types()).doesNotContain("lead.registration_expiring");
        step(lead, Duration.ofHours(25));
        step(lead, Duration.ofHours(26));
        write(write -> Registrations.extend(write, lead.uuid(), 30));
        step(lead, Duration.ofDays(24));
        assertThat(types()).containsOnlyOnce("lead.registration_expiring");
        step(lead, Duration.ofDays(26));
        step(lead, Duration.ofDays(33));
        step(lead, Duration.ofDays(34));

        assertThat(types().stream().filter(type -> type.startsWith("lead.registration_")))
                .containsExactly(
                        "lead.registration_expiring", "lead.registration_expiring", "lead.registration_expired");
        makeAll();
        assertThat(texts(manager))
                .filteredOn(
                        text -> text.startsWith("The protection of the lead \"ada@ends.example\" for Acme ends on "))
                .hasSize(2);
    }

    private void step(Entity<Lead> lead, Duration later) {
        writes(LocalTable.shared(), Clock.offset(CLOCK, later))
                .run(actor, write -> Registrations.expire(write, lead.uuid()));
    }

    @Test
    void eventsThatMeanSomething_exist_andNoneIsThatOfANotification() {
        assertThat(Catalogue.eventTypes().all()).containsAll(Notices.types());
        assertThat(Notifications.follow(Notification.CREATED)).isFalse();
    }

    private List<String> types() {
        return events.all(actor).stream().map(event -> event.value().type()).toList();
    }

    private void makeAll() {
        events.all(actor).forEach(event -> make(LocalTable.shared(), event));
    }

    private static void make(DynamoDbClient client, Entity<Event> event, UUID company) {
        new Notifications(client, LocalTable.NAME, writes(client, CLOCK)).make(company, event.uuid(), event.value());
    }

    private void make(DynamoDbClient client, Entity<Event> event) {
        make(client, event, actor.company());
    }

    private static Writes writes(DynamoDbClient client, Clock clock) {
        return Catalogue.writes(client, LocalTable.NAME, clock);
    }

    private <T> T write(Function<Write, T> work) {
        return writes(LocalTable.shared(), CLOCK).run(actor, work);
    }

    private List<UUID> users() {
        return IntStream.range(0, MENTIONED).mapToObj(i -> user("user" + i)).toList();
    }

    private UUID user(String name) {
        var email = name + "@example.com";
        var user = new User(email, null, null, User.Role.ADMIN, null, null, null, null, User.Status.ACTIVE, null);
        return write(write -> write.create(User.RESOURCE, user)).uuid();
    }

    private UUID partner(List<UUID> users) {
        var partner = PartnerBuilder.builder()
                .name("Acme")
                .partnerType(PartnerType.RESELLER)
                .assignedUserUuids(users)
                .build();
        return write(write -> write.create(Partner.RESOURCE, partner)).uuid();
    }

    /** The event of a new note. */
    private Entity<Event> mentioning(List<UUID> users, UUID partner) {
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

    /** The uuids of the notifications of an event. */
    private List<UUID> made(Entity<Event> event, List<UUID> users) {
        var uuids =
                users.stream().map(user -> Uuids.derived(event.uuid(), user)).toList();
        return records.find(Notification.RESOURCE, uuids).stream()
                .map(Entity::uuid)
                .toList();
    }

    /** The uuids of the notifications that events have told of. */
    private List<UUID> told(Entity<Event> event) {
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

    private List<String> texts(UUID user) {
        return records.all(Notification.RESOURCE).stream()
                .map(Entity::value)
                .filter(notification -> Objects.equals(notification.userUuid(), user))
                .map(Notification::text)
                .toList();
    }
}
