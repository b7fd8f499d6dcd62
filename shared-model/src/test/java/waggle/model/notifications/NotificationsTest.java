package waggle.model.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.WriteMeter;
import waggle.model.catalogue.Catalogue;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.stored.CrmConflict;
import waggle.model.crm.sync.Problem;
import waggle.model.deals.Payment;
import waggle.model.deals.PaymentBuilder;
import waggle.model.events.Event;
import waggle.model.leads.Lead;
import waggle.model.leads.LeadBuilder;
import waggle.model.leads.Registrations;
import waggle.model.records.Entity;

/** An event makes one notification for each user whom it concerns, whatever is killed, repeated or done twice at once. */
class NotificationsTest {
    /** More than one transaction makes. */
    private static final int MENTIONED = 30;

    private static final Clock CLOCK = Clock.systemUTC();

    private final NotifiedCompany company = new NotifiedCompany(CLOCK);

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void notifications_killedAtAnyCall_areCompletedByTheRepetition(Fault fault) {
        var users = company.users(MENTIONED);
        var partner = company.partner(List.of());
        var call = 0;
        while (isKilled(users, partner, call, fault)) {
            call++;
        }
        assertThat(call).as("calls of one event").isGreaterThanOrEqualTo(6);
    }

    private boolean isKilled(List<UUID> users, UUID partner, int call, Fault fault) {
        var event = company.mentioning(users, partner);
        var killed = isKilled(FaultyClient.at(call, fault), event);
        assertThat(company.told(event)).as("events after call %d", call).hasSameSizeAs(company.made(event, users));

        company.make(LocalTable.shared(), event);
        company.make(LocalTable.shared(), event);

        assertThat(company.made(event, users)).as("after call %d", call).hasSize(MENTIONED);
        assertThat(company.told(event))
                .as("events after call %d", call)
                .containsExactlyInAnyOrderElementsOf(company.made(event, users));
        return killed;
    }

    private boolean isKilled(DynamoDbClient client, Entity<Event> event) {
        try {
            company.make(client, event);
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    @Test
    void notifications_thatAreMadeByManyAtOnce_areMadeOnce() throws InterruptedException {
        var users = company.users(MENTIONED);
        var event = company.mentioning(users, company.partner(List.of()));
        Callable<Boolean> make = () -> {
            company.make(LocalTable.shared(), event);
            return true;
        };

        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(workers.invokeAll(List.of(make, make, make, make)))
                    .allSatisfy(made -> assertThat(made.resultNow()).isTrue());
        }

        assertThat(company.told(event)).containsExactlyInAnyOrderElementsOf(company.made(event, users));
        assertThat(company.made(event, users)).hasSize(MENTIONED);
    }

    /** docs/notifications.md has the figure. */
    @Test
    void notification_writesItself_itsEventAndTwoEntriesOfIndexes() {
        var event = company.mentioning(List.of(company.user("ada")), company.partner(List.of()));
        var meter = new WriteMeter();
        company.make(LocalTable.client(meter), event);

        assertThat(meter.written()).isEqualTo("2 items of 4 write units and 2 of indexes");
    }

    @Test
    void payment_thatIsDue_tellsTheUserWhoIsPaid_andThoseOfItsPartner() {
        var manager = company.user("manager");
        var paid = company.user("paid");
        var partner = company.partner(List.of(manager));
        var value = PaymentBuilder.builder()
                .category(Payment.Category.SPIFF)
                .paymentValue(BigDecimal.TEN)
                .dueDate(LocalDate.EPOCH);
        var ofUser = company.write(write -> write.create(
                Payment.RESOURCE,
                value.recipientType(Payment.RecipientType.USER)
                        .recipientUuid(paid)
                        .build()));
        var ofPartner = company.write(write -> write.create(
                Payment.RESOURCE,
                value.recipientType(Payment.RecipientType.PARTNER)
                        .recipientUuid(partner)
                        .build()));

        Stream.of(ofUser, ofPartner)
                .forEach(payment -> company.write(write -> {
                    Payment.becomeDue(write, payment.uuid());
                    return payment;
                }));
        company.makeAll();

        assertThat(company.texts(paid)).containsExactly("The spiff of 10 USD is due on 1970-01-01.");
        assertThat(company.texts(manager)).contains("The spiff of 10 USD is due on 1970-01-01.");
    }

    @Test
    void protectionThatEndsSoon_tellsOnce_sevenDaysBeforeOrHalfway() {
        var manager = company.user("manager");
        var partner = company.partner(List.of(manager));
        var lead = company.write(write -> {
            var made = LeadBuilder.builder().email("ada@ends.example").partnerUuid(partner);
            return write.create(Lead.RESOURCE, made.build());
        });
        company.write(write -> Registrations.register(write, lead.uuid()));
        company.write(write -> Registrations.approve(write, lead.uuid(), 2));

        step(lead, Duration.ofHours(23));
        assertThat(company.types()).doesNotContain("lead.registration_expiring");
        step(lead, Duration.ofHours(25));
        step(lead, Duration.ofHours(26));
        company.write(write -> Registrations.extend(write, lead.uuid(), 30));
        step(lead, Duration.ofDays(24));
        assertThat(company.types()).containsOnlyOnce("lead.registration_expiring");
        step(lead, Duration.ofDays(26));
        step(lead, Duration.ofDays(33));
        step(lead, Duration.ofDays(34));

        assertThat(company.types().stream().filter(type -> type.startsWith("lead.registration_")))
                .containsExactly(
                        "lead.registration_expiring", "lead.registration_expiring", "lead.registration_expired");
        company.makeAll();
        assertThat(company.texts(manager))
                .filteredOn(
                        text -> text.startsWith("The protection of the lead \"ada@ends.example\" for Acme ends on "))
                .hasSize(2);
    }

    private void step(Entity<Lead> lead, Duration later) {
        company.write(Clock.offset(CLOCK, later), write -> Registrations.expire(write, lead.uuid()));
    }

    /** A first run may make thousands of conflicts: each kind is told once a day, and only to administrators. */
    @Test
    void conflictsOfACrm_tellAdministratorsOnceADay() {
        var admin = company.user("admin");
        var connection = Uuids.next();
        for (var i = 0; i < 3; i++) {
            var conflict = conflict(connection, "Both sides changed 100 % of name " + i);
            company.write(write -> write.create(CrmConflict.RESOURCE, conflict));
        }

        company.makeAll();
        company.makeAll();

        assertThat(company.texts(admin))
                .containsExactly("A conflict of \"a deleted connection\" needs a decision: "
                        + "Both sides changed 100 % of name 0");
    }

    private static CrmConflict conflict(UUID connection, String message) {
        return new CrmConflict(
                connection,
                Uuids.next(),
                SyncedResource.PARTNER,
                null,
                "4711",
                Problem.Kind.SAME_FIELD,
                message,
                List.of(),
                List.of(),
                CrmConflict.Status.OPEN,
                null,
                null,
                null);
    }

    @Test
    void eventsThatMeanSomething_exist_andNoneIsThatOfANotification() {
        assertThat(Catalogue.eventTypes().all()).containsAll(Notices.types());
        assertThat(Notifications.follow(Notification.CREATED)).isFalse();
    }
}
