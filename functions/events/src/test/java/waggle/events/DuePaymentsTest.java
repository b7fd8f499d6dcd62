package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.events.queue.QueuesInMemory;
import waggle.events.sweep.Pace;
import waggle.events.sweep.Sweeper;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.deals.Payment;
import waggle.model.deals.PaymentBuilder;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.write.Writes;

/** The event {@code payment.due}, which the sweeper makes when the day of a payment begins. */
class DuePaymentsTest {
    /** More than the sweeper takes at a time. */
    private static final int PAYMENTS = 45;

    private final ManualClock clock = new ManualClock();
    private final Actor actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "request");
    private final String table = LocalTable.another();
    private final Writes writes = Catalogue.writes(LocalTable.shared(), table, clock);
    private final Store<Event> events = new Store<>(LocalTable.shared(), table, Event.RESOURCE, clock);
    private final Sweeper sweeper = new Sweeper(
            LocalTable.shared(), table, clock, new QueuesInMemory(actor.company(), clock), new Pace(3, 10, () -> {}));

    @Test
    void payments_areDueOnce_onTheirDayAndNotBefore() {
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        var uuids = Stream.generate(() -> payment(tomorrow)).limit(PAYMENTS).toList();
        var later = payment(tomorrow.plusDays(30));

        sweeper.sweep();
        assertThat(due()).isEmpty();

        clock.move(Duration.ofDays(1));
        sweeper.sweep();
        sweeper.sweep();
        assertThat(due()).containsExactlyInAnyOrderElementsOf(uuids).doesNotContain(later);
    }

    private UUID payment(LocalDate due) {
        var payment = PaymentBuilder.builder()
                .category(Payment.Category.SPIFF)
                .paymentValue(BigDecimal.TEN)
                .dueDate(due)
                .build();
        return writes.run(actor, write -> write.create(Payment.RESOURCE, payment))
                .uuid();
    }

    /** The payments of the events, each as often as it has one. */
    private List<UUID> due() {
        return events.all(actor).stream()
                .map(Entity::value)
                .filter(event -> event.type().equals("payment.due"))
                .map(Event::recordUuid)
                .toList();
    }
}
