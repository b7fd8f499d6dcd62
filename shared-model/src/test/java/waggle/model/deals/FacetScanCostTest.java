package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.CapacityMeter;
import waggle.model.LocalTable;
import waggle.model.analytics.Analytics;
import waggle.model.analytics.Period;
import waggle.model.boards.Board;
import waggle.model.boards.Boards;
import waggle.model.boards.Grouping;
import waggle.model.lists.ListRequest;
import waggle.model.memory.ListMemory;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.search.SearchType;
import waggle.model.search.Searches;
import waggle.model.store.Store;
import waggle.model.write.BulkRecords;

/** What boards, searches and figures cost over many deals, in read units, once their facets are in memory. */
class FacetScanCostTest {
    /** {@code -Dwaggle.deals=10000} has the same units. */
    private static final int MANY = Integer.getInteger("waggle.deals", 1_000);

    private static final int STAGES = 3;
    private static final int SHOWN = 12;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Actor actor = LocalTable.someone();
    private final Pipeline pipeline = Pipeline.of(actor);
    private final CapacityMeter meter = new CapacityMeter();
    private final Store<Deal> store = new Store<>(
            LocalTable.client(meter),
            LocalTable.NAME,
            Deal.RESOURCE,
            Clock.systemUTC(),
            new ListMemory(LocalTable.client(meter), LocalTable.NAME));

    @Test
    void warmPasses_readTheChangesOfAMinute_andWhatTheyShow() {
        new BulkRecords<>(LocalTable.shared(), LocalTable.NAME, actor.company(), Deal.RESOURCE, MANY, this::deal)
                .writeRecords(0, MANY);
        var analytics = new Analytics(store, Clock.systemUTC());
        var setting = analytics.setting(actor);
        var period = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        var loaded = units(this::board);

        var board = units(() -> assertThat(board().groups())
                .allSatisfy(group -> assertThat(group.data()).hasSize(SHOWN)));
        var search = units(() -> assertThat(search()).hasSize(5));
        var summary = units(() -> assertThat(analytics
                        .summary(actor, setting, period, true)
                        .current()
                        .wonCount())
                .isEqualTo(MANY / STAGES));

        System.out.printf(
                "%d deals: load %.1f, board %.1f, search %.1f, summary %.1f units%n",
                MANY, loaded, board, search, summary);
        assertThat(board).isLessThanOrEqualTo(STAGES * SHOWN);
        assertThat(search).isLessThanOrEqualTo(8);
        assertThat(summary).isLessThanOrEqualTo(12);
    }

    private Board<Deal> board() {
        return new Boards<>(store).read(actor, Grouping.STAGE, ListRequest.all(new PageRequest(1, SHOWN)));
    }

    private List<?> search() {
        return new Searches(store::of).find(actor, List.of(SearchType.DEAL), List.of("seats"), 5);
    }

    private double units(Runnable step) {
        meter.read();
        step.run();
        return meter.read();
    }

    private Entity<Deal> deal(int number) {
        var made = FIRST.plusMillis(number);
        var isWon = number % STAGES == 1;
        var isLost = number % STAGES == 2;
        var deal = DealBuilder.builder()
                .label("Seats " + number)
                .dealValue(BigDecimal.valueOf(number))
                .currencyCode("USD")
                .stageUuid(pipeline.stages().get(number % STAGES))
                .stagePhase(isWon ? Deal.Phase.CLOSED_WON : isLost ? Deal.Phase.CLOSED_LOST : Deal.Phase.NEGOTIATION)
                .closedAt(isWon || isLost ? made : null)
                .build();
        return new Entity<>(BulkRecords.uuid(made.toEpochMilli(), number), deal, made, made, 1);
    }
}
