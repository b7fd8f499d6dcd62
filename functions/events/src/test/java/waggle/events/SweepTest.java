package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import waggle.events.sweep.Pace;
import waggle.events.sweep.Sweeper;
import waggle.model.LocalTable;
import waggle.model.Patience;
import waggle.model.records.Entity;
import waggle.model.table.TableDesign;

/** Due deliveries, which the sweeper sends in portions of {@link DeliveryScenario#PORTION}. */
class SweepTest {
    private final String table = LocalTable.another();
    private final DeliveryScenario scenario = new DeliveryScenario(table);
    private final ReceivedCalls calls = scenario.calls;

    @Test
    void manyDueDeliveries_ofOneEndpoint_doNotDelayThoseOfAnother_andAllAreSent() {
        var busy = scenario.endpoint("tag.created");
        var calm = scenario.endpoint("tag.updated");
        var tags = Stream.of("Gold", "Silver", "Bronze", "Tin", "Lead", "Zinc", "Iron")
                .map(scenario::tag)
                .toList();
        scenario.rename(tags.getFirst(), "Platinum");
        scenario.relay();
        scenario.run(Duration.ZERO);
        var events = scenario.events();
        events.subList(0, 7).forEach(event -> scenario.retry(busy, event.uuid()));
        scenario.clock.move(Duration.ofSeconds(1));
        scenario.retry(calm, events.getLast().uuid());

        scenario.sweep();
        scenario.run(Duration.ZERO);

        var repeated = calls.all().subList(8, 16);
        assertThat(repeated.subList(0, DeliveryScenario.PORTION + 1))
                .anyMatch(call -> call.endpoint().equals(calm));
        assertThat(repeated).filteredOn(call -> call.endpoint().equals(busy)).hasSize(7);
    }

    @Test
    void frontDoor_thatHangs_delaysNoDelivery() {
        var hanging = new CountDownLatch(1);
        var hasEnded = new AtomicBoolean();
        dueAgain();

        // The first pause follows the first portion.
        new Sweeper(LocalTable.shared(), table, scenario.clock, scenario.queues, new Pace(1, 1, hanging::countDown))
                .sweep(waits -> hasEnded.set(await(hanging)));

        assertThat(scenario.queues.next()).isPresent();
        assertThat(hasEnded).isTrue();
    }

    @Test
    void delivery_thatWaits_isLate_unlessItsEndpointGetsAttempts() {
        var sweeper =
                new Sweeper(LocalTable.shared(), table, scenario.clock, scenario.queues, new Pace(9, 1, () -> {}));
        var endpoint = dueAgain();
        var oldest = scenario.clock.instant();
        scenario.clock.move(Duration.ofMinutes(11));
        scenario.queues.lose(true);
        assertThat(oldest(sweeper)).as("of a process that has just started").isEmpty();
        scenario.clock.move(Duration.ofSeconds(29));
        assertThat(oldest(sweeper)).as("during an attempt").isEmpty();
        scenario.clock.move(Duration.ofSeconds(1));
        assertThat(oldest(sweeper)).hasValue(oldest);

        var first = scenario.events().stream()
                .map(Entity::uuid)
                .filter(event ->
                        oldest.equals(scenario.delivery(endpoint, event).nextAttemptAt()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        scenario.retry(endpoint, first);

        assertThat(oldest(sweeper)).as("after an attempt").isEmpty();
        scenario.clock.move(Duration.ofMinutes(1));
        assertThat(oldest(sweeper)).hasValue(oldest);
    }

    /** DynamoDB Local reads the rest of an index for a reply without a limit, and AWS a megabyte. */
    @Test
    void replies_fromTheIndexOfDueRecords_haveALimit() {
        var limits = new ArrayList<Integer>();
        var client = LocalTable.client(new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                if (context.request() instanceof QueryRequest query
                        && TableDesign.DUE_INDEX.equals(query.indexName())) {
                    limits.add(query.limit());
                }
            }
        });

        new Sweeper(client, table, scenario.clock, scenario.queues).look();

        assertThat(limits).hasSize(TableDesign.dueShards().size()).allSatisfy(limit -> assertThat(limit)
                .isBetween(1, 5_000));
    }

    /** Makes two deliveries due again whose receiver got them. */
    private UUID dueAgain() {
        var endpoint = scenario.endpoint("tag.created");
        Stream.of("Gold", "Silver").forEach(scenario::tag);
        scenario.relay();
        scenario.run(Duration.ZERO);
        scenario.events().forEach(event -> scenario.retry(endpoint, event.uuid()));
        return endpoint;
    }

    private static Optional<Instant> oldest(Sweeper sweeper) {
        var oldest = new ArrayList<Instant>();
        sweeper.sweep(waits -> waits.oldestDelivery().ifPresent(oldest::add));
        return oldest.stream().findFirst();
    }

    /** Whether the latch opens before a test has waited for long. */
    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
