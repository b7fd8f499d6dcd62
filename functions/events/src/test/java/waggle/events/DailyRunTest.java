package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.events.queue.QueuesInMemory;
import waggle.events.sweep.Pace;
import waggle.events.sweep.Sweeper;
import waggle.model.Actor;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.commissions.CommissionRule;
import waggle.model.deals.Deal;
import waggle.model.deals.DealBuilder;
import waggle.model.deals.Payment;
import waggle.model.declaration.Write;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.records.Entity;
import waggle.model.stages.Stage;
import waggle.model.store.StoredRecords;
import waggle.model.write.Writes;

/** The daily run over some hundred open occurrences, in processes that die: nothing is lost, and nothing is done twice. */
class DailyRunTest {
    private static final int OCCURRENCES = 120;

    /** The payments of ten years without an end, the first included. */
    private static final int WITHOUT_END = 121;

    /** Calls of the longest process that dies. */
    private static final int MOST_CALLS = 400;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-10T10:00:00Z"));
    private final Actor actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "request");
    private final String table = LocalTable.another();
    private final Writes writes = Catalogue.writes(LocalTable.shared(), table, clock);
    private final StoredRecords records = new StoredRecords(LocalTable.shared(), table, actor.company());

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void payments_areMadeAndDueOnce_whereverTheRunIsKilled(long seed) {
        var random = new Random(seed);
        var won = stage();
        rule(won, Map.of("occurrences", OCCURRENCES));
        rule(won, Map.of());
        deal(won);
        assertThat(records.all(Payment.RESOURCE)).hasSize(OCCURRENCES + 1);
        clock.set(Instant.parse("2036-01-10T23:00:00Z"));

        for (var killed = 0; killed < 20 && !isDone(random.nextInt(MOST_CALLS)); killed++) {
            clock.move(Duration.ofMinutes(1));
        }
        // What the calculations made is due in the sweep after.
        sweeper(LocalTable.shared()).sweep();
        sweeper(LocalTable.shared()).sweep();

        var payments = records.all(Payment.RESOURCE);
        assertThat(payments).hasSize(OCCURRENCES + WITHOUT_END);
        assertThat(payments.stream()
                        .map(Entity::value)
                        .map(payment -> List.of(payment.ruleUuid(), payment.occurrence())))
                .doesNotHaveDuplicates();
        assertThat(due())
                .containsExactlyInAnyOrderElementsOf(
                        payments.stream().map(Entity::uuid).toList());
    }

    /** Whether a sweep ends before its process dies, at one of its calls. */
    private boolean isDone(int last) {
        var calls = new AtomicInteger();
        var client = FaultyClient.with(
                LocalTable.shared(), method -> calls.getAndIncrement() < last ? Fault.NONE : Fault.KILLED_BEFORE);
        try {
            sweeper(client).sweep();
            return true;
        } catch (FaultyClient.Killed | IllegalStateException killed) {
            return false;
        }
    }

    private Sweeper sweeper(DynamoDbClient client) {
        return new Sweeper(client, table, clock, new QueuesInMemory(actor.company(), clock), new Pace(3, 10, () -> {}));
    }

    private <R> R run(Function<Write, R> work) {
        return writes.run(actor, work);
    }

    private UUID stage() {
        var won = new Stage(Stage.Kind.DEAL, "Won", Stage.Phase.CLOSED_WON, null, null, null);
        return run(write -> write.create(Stage.RESOURCE, won)).uuid();
    }

    private void rule(UUID won, Map<String, Object> occurrences) {
        var calculation = new HashMap<String, Object>(
                Map.of("type", "recurring", "option", "percentage", "value", 10, "period", "month"));
        calculation.putAll(occurrences);
        var entry = Map.of("trigger", Map.of("stage_uuid", won), "calculation", calculation);
        var rule = Map.of("label", "Bonus", "partner_type", "reseller", "bonus", true, "entries", List.of(entry));
        run(write -> write.create(CommissionRule.RESOURCE, Json.mapper().convertValue(rule, CommissionRule.class)));
    }

    private void deal(UUID won) {
        var partner = PartnerBuilder.builder()
                .name("Acme")
                .partnerType(PartnerType.RESELLER)
                .build();
        run(write -> write.create(
                Deal.RESOURCE,
                DealBuilder.builder()
                        .label("Deal")
                        .dealValue(BigDecimal.valueOf(1_000))
                        .partnerUuid(write.create(Partner.RESOURCE, partner).uuid())
                        .stageUuid(won)
                        .build()));
    }

    /** The payments of the events, each as often as it has one. */
    private List<UUID> due() {
        return records.all(Event.RESOURCE).stream()
                .map(Entity::value)
                .filter(event -> event.type().equals("payment.due"))
                .map(Event::recordUuid)
                .toList();
    }
}
