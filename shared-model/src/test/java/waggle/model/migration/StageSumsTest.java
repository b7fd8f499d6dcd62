package waggle.model.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.Seeds;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.deals.Deal;
import waggle.model.deals.DealBuilder;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.records.Sums;
import waggle.model.stages.Stage;
import waggle.model.store.StoredRecords;
import waggle.model.table.NewTable;
import waggle.model.write.Writes;

/** Deals and stages of an earlier release, in which stages had no sums of their deals. */
class StageSumsTest {
    private final String table = "waggle-sums-" + Uuids.next();
    private final Actor actor = LocalTable.someone();
    private final Writes writes = Catalogue.writes(LocalTable.shared(), table, Clock.systemUTC());
    private final List<UUID> stages = new ArrayList<>();
    private final List<UUID> deals = new ArrayList<>();

    StageSumsTest() {
        NewTable.create(LocalTable.shared(), table);
        for (var i = 0; i < 3; i++) {
            var stage = new Stage(Stage.Kind.DEAL, "Stage " + i, Stage.Phase.DISCOVERY, null, null, null);
            stages.add(writes.run(actor, write -> write.create(Stage.RESOURCE, stage))
                    .uuid());
        }
        for (var i = 0; i < 6; i++) {
            create(i % 2, 100 + i, i == 4 ? "EUR" : "USD");
        }
        stages.forEach(this::forgetSums);
    }

    private void create(int stage, int value, String currency) {
        var deal = DealBuilder.builder()
                .label("Deal")
                .stageUuid(stages.get(stage))
                .dealValue(BigDecimal.valueOf(value))
                .currencyCode(currency)
                .build();
        deals.add(writes.run(actor, write -> write.create(Deal.RESOURCE, deal)).uuid());
    }

    private void move(UUID deal, int stage, int value) {
        writes.run(
                actor,
                write -> write.change(Deal.RESOURCE, deal, before -> DealBuilder.builder(before)
                        .stageUuid(stages.get(stage))
                        .dealValue(BigDecimal.valueOf(value))
                        .build()));
    }

    /** The stage as the earlier release left it. */
    private void forgetSums(UUID stage) {
        LocalTable.shared().updateItem(update -> update.tableName(table)
                .key(Stage.RESOURCE.key(actor.company(), stage).attributes())
                .updateExpression("REMOVE #usd, #eur, moves")
                .expressionAttributeNames(Map.of("#usd", "deal_value#USD", "#eur", "deal_value#EUR")));
    }

    @Test
    void run_countsTheDealsOfTheEarlierRelease_once() {
        assertThat(stored(0)).isEmpty();

        assertThat(run(LocalTable.shared()).rewritten()).isEqualTo(2);

        assertThat(stored(0)).isEqualTo(Map.of("USD", "202", "EUR", "104"));
        assertThat(stored(1)).isEqualTo(Map.of("USD", "309"));
        assertThat(run(LocalTable.shared()).rewritten()).isZero();
    }

    @Test
    void run_afterChangesOfThisRelease_countsWhatTheyLeft() {
        move(deals.get(0), 2, 50);
        move(deals.get(1), 1, 7);
        writes.run(actor, write -> write.remove(Deal.RESOURCE, deals.get(3), Precondition.NONE));
        create(0, 1_000, "USD");
        assertThat(stored(1)).isEqualTo(Map.of("USD", "-197"));

        run(LocalTable.shared());

        assertExact();
        assertThat(stored(1)).isEqualTo(Map.of("USD", "112"));
    }

    @Test
    void sums_thatMoved_changeTheEntityTag() {
        var before = stage(0);

        run(LocalTable.shared());

        assertThat(stage(0).version()).isEqualTo(before.version());
        assertThat(stage(0).moves()).isEqualTo(before.moves() + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void run_killedAgainAndAgain_endsWithExactSums(Fault fault) {
        var kills = 0;
        while (isKilled(kills, fault)) {
            kills++;
        }

        assertThat(kills).isGreaterThan(8);
        assertExact();
        assertThat(run(LocalTable.shared()).rewritten()).isZero();
    }

    private boolean isKilled(int call, Fault fault) {
        try {
            run(FaultyClient.at(call, fault));
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    static Stream<Long> seeds() {
        return Seeds.seeds();
    }

    /** A writer comes before every second call of the migration, and after its reads too. */
    @ParameterizedTest
    @MethodSource("seeds")
    void run_besideAWriter_countsExactly(long seed) {
        var random = new Random(seed);
        var changes = new AtomicInteger();
        var client = FaultyClient.with(method -> {
            if (changes.get() < 60 && random.nextBoolean()) {
                changes.incrementAndGet();
                change(random);
            }
            return Fault.NONE;
        });

        run(client);

        assertThat(changes).hasPositiveValue();
        assertExact();
    }

    private void change(Random random) {
        var deal = deals.get(random.nextInt(deals.size()));
        switch (random.nextInt(4)) {
            case 0 -> create(random.nextInt(3), random.nextInt(1_000), random.nextBoolean() ? "USD" : "EUR");
            case 1 -> {
                if (deals.size() > 1) {
                    deals.remove(deal);
                    writes.run(actor, write -> write.remove(Deal.RESOURCE, deal, Precondition.NONE));
                }
            }
            default -> move(deal, random.nextInt(3), random.nextInt(1_000));
        }
    }

    private void assertExact() {
        for (var i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var sums = new HashMap<String, BigDecimal>();
            records().all(Deal.RESOURCE).stream()
                    .map(Entity::value)
                    .filter(deal -> stage.equals(deal.stageUuid()))
                    .forEach(deal -> sums.merge(
                            Objects.requireNonNull(deal.currencyCode()),
                            Objects.requireNonNull(deal.dealValue()),
                            BigDecimal::add));
            assertThat(stored(i)).as("stage %d", i).isEqualTo(written(sums));
        }
    }

    private Map<String, String> stored(int stage) {
        var sums = new HashMap<String, BigDecimal>();
        stage(stage).counts().forEach((name, value) -> {
            if (Sums.isOf(Stage.DEAL_VALUE, name)) {
                sums.put(name.substring(name.indexOf('#') + 1), value);
            }
        });
        return written(sums);
    }

    private static Map<String, String> written(Map<String, BigDecimal> sums) {
        var written = new HashMap<String, String>();
        sums.forEach((currency, value) -> {
            if (value.signum() != 0) {
                written.put(currency, value.stripTrailingZeros().toPlainString());
            }
        });
        return written;
    }

    private Entity<Stage> stage(int stage) {
        return records().get(Stage.RESOURCE, stages.get(stage));
    }

    private StoredRecords records() {
        return new StoredRecords(LocalTable.shared(), table, actor.company());
    }

    private Progress run(DynamoDbClient client) {
        return new Migration(client, table, Catalogue.resources()).run(progress -> {});
    }
}
