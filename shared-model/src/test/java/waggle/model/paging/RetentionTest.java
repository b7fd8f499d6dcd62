package waggle.model.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.Limits;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.events.Event;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.records.Entity;
import waggle.model.write.Log;

/** Events, an hour apart, which vanish after 30 days: what is counted and listed is what has not. */
class RetentionTest {
    private static final int EVENTS = 2 * Segments.SIZE + 10;

    private final Actor actor = LocalTable.someone();
    private final Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(EVENTS));

    @BeforeEach
    void write() {
        var log = new Log<>(Event.RESOURCE);
        var writes = new LocalStore<>(Event.RESOURCE).writes();
        for (var i = 0; i < EVENTS; i++) {
            var event = event(first.plus(Duration.ofHours(i)));
            writes.run(actor, write -> {
                log.append(write, List.of(event));
                return event;
            });
        }
    }

    @Test
    void list_ofExpiringRecords_hasExactlyTheYoungOnes() {
        for (var gone : List.of(0, 1, 5, Segments.SIZE - 1, Segments.SIZE, Segments.SIZE + 1, EVENTS - 3, EVENTS)) {
            var store = store(gone);
            var left = EVENTS - gone;

            var page = store.page(actor, new PageRequest(1, 7));
            var last = store.page(actor, new PageRequest(Math.max(1, Math.ceilDiv(left, 7)), 7));

            assertThat(page.meta().recordCount()).as("%d gone", gone).isEqualTo(left);
            assertThat(hours(page)).isEqualTo(down(EVENTS - 1, Math.min(7, left)));
            assertThat(hours(last)).isEqualTo(down(gone + (left + 6) % 7, left == 0 ? 0 : 1 + (left - 1) % 7));
        }
    }

    @Test
    void filteredList_ofExpiringRecords_excludesOldOnes() {
        var type = new Condition.AnyOf("type", Set.of("tag.created"));
        var request = ListRequest.all(new PageRequest(1, 10)).and(List.of(type));

        assertThat(store(EVENTS - 3).list(actor, request).meta().recordCount()).isEqualTo(3);
    }

    @Test
    void item_ofAnEvent_expiresAfterThirtyDays() {
        var event = store(0).page(actor, new PageRequest(1, 1)).data().getFirst();

        var item = store(0).item(actor, event.uuid());

        assertThat(Objects.requireNonNull(item.get("expires_at")).n())
                .isEqualTo(Long.toString(
                        event.createdAt().plus(Limits.EVENT_RETENTION).getEpochSecond()));
    }

    /** Writes a log of which the oldest events have just expired. */
    private LocalStore<Event> store(int gone) {
        var now = first.plus(Duration.ofHours(gone)).minusMillis(1).plus(Limits.EVENT_RETENTION);
        return new LocalStore<>(LocalTable.shared(), Event.RESOURCE, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Integer> hours(Page<Entity<Event>> page) {
        return page.data().stream()
                .map(event -> (int) Duration.between(first, event.createdAt()).toHours())
                .toList();
    }

    private static List<Integer> down(int from, int length) {
        return IntStream.range(0, length).mapToObj(i -> from - i).toList();
    }

    private Entity<Event> event(Instant time) {
        var data = new Event.Data(JsonNodeFactory.instance.objectNode(), null);
        var event = new Event("tag.created", time, data, actor.identity(), "request");
        return new Entity<>(UuidCreator.getTimeOrderedEpoch(time), event, time, time, 1);
    }
}
