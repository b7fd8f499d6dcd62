package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.CapacityMeter;
import waggle.model.Decimals;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.analytics.Analytics;
import waggle.model.analytics.CurrencyValue;
import waggle.model.analytics.Interval;
import waggle.model.analytics.LeaderSort;
import waggle.model.analytics.Metric;
import waggle.model.analytics.Period;
import waggle.model.leads.Lead;
import waggle.model.memory.Bounds;
import waggle.model.memory.ListMemory;
import waggle.model.paging.PageRequest;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.store.StoredRecords;

/** Figures equal the sums over all records after random histories in which writers die. */
class AnalyticsHistoryTest {
    private static final int ROUNDS = 3;

    /** The company, the events of the last minute, and no record but those whose events are older than the load. */
    private static final double UNITS = 40;

    private final Pipeline pipeline = Pipeline.of(LocalTable.someone());
    private final CapacityMeter meter = new CapacityMeter();
    private final ListMemory memory = new ListMemory(
            LocalTable.client(meter), LocalTable.NAME, Clock.systemUTC(), new Bounds(10_000_000, 1, 1_000_000));
    private final Analytics kept = new Analytics(
            new Store<>(LocalTable.client(meter), LocalTable.NAME, Deal.RESOURCE, Clock.systemUTC(), memory),
            Clock.systemUTC());
    private final Analytics read = new Analytics(
            new Store<>(LocalTable.shared(), LocalTable.NAME, Deal.RESOURCE, Clock.systemUTC()), Clock.systemUTC());
    private final StoredRecords records = new StoredRecords(
            LocalTable.shared(), LocalTable.NAME, pipeline.actor().company());

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void figures_areTheSumsOfAllRecords(long seed) {
        var writer = new PipelineWriter(pipeline, seed);
        var partners = new LocalStore<>(Partner.RESOURCE);
        partners.create(pipeline.actor(), Pipeline.partner());
        partners.create(pipeline.actor(), Pipeline.partner());
        for (var round = 0; round < ROUNDS; round++) {
            writer.write();
            Stream.of(kept, read).forEach(this::verify);
        }
        meter.read();
        kept.summary(pipeline.actor(), setting(kept), period(), true);
        assertThat(meter.read()).isLessThanOrEqualTo(UNITS);
    }

    private void verify(Analytics analytics) {
        var actor = pipeline.actor();
        var setting = setting(analytics);
        var summary = analytics.summary(actor, setting, period(), false).current();
        var won = deals(deal -> deal.stagePhase() == Deal.Phase.CLOSED_WON);
        var open = deals(deal -> !deal.isClosed());

        assertThat(summary.wonValue()).isEqualTo(sums(won));
        assertThat(summary.wonCount()).isEqualTo(won.size());
        assertThat(summary.lostCount())
                .isEqualTo(deals(deal -> deal.stagePhase() == Deal.Phase.CLOSED_LOST)
                        .size());
        assertThat(summary.openCount()).isEqualTo(open.size());
        assertThat(summary.openValue()).isEqualTo(sums(open));
        assertThat(summary.leadsCreated()).isEqualTo(records.all(Lead.RESOURCE).size());
        assertThat(summary.partnersCreated())
                .isEqualTo(records.all(Partner.RESOURCE).size());
        var series = analytics.series(
                actor, setting, period(), Interval.WEEK, EnumSet.of(Metric.WON_VALUE, Metric.WON_COUNT), null, "USD");
        assertThat(total(series.points().stream().map(point -> point.wonValue())))
                .isEqualByComparingTo(total(sums(won).stream().map(CurrencyValue::value)));
        assertThat(total(series.points().stream().map(point -> point.wonCount())))
                .isEqualByComparingTo(BigDecimal.valueOf(won.size()));
        var funnel = analytics.funnel(actor, setting, period()).steps();
        assertThat(funnel.get(0).count()).isEqualTo(summary.leadsCreated());
        assertThat(funnel.get(2).count())
                .isEqualTo(records.all(Lead.RESOURCE).stream()
                        .filter(lead -> lead.value().isConverted())
                        .count());
        var leaders = analytics.leaders(actor, setting, period(), LeaderSort.WON_VALUE, true, new PageRequest(1, 50));
        leaders.data().forEach(leader -> assertThat(leader.wonValue())
                .isEqualTo(sums(won.stream()
                        .filter(deal -> leader.partnerUuid().equals(deal.partnerUuid()))
                        .toList())));
    }

    private Analytics.Setting setting(Analytics analytics) {
        return analytics.setting(pipeline.actor());
    }

    /** Longer than the test. */
    private static Period period() {
        var today = LocalDate.now(ZoneOffset.UTC);
        return new Period(today.minusDays(2), today.plusDays(2));
    }

    private List<Deal> deals(Predicate<Deal> which) {
        return records.all(Deal.RESOURCE).stream()
                .map(Entity::value)
                .filter(which)
                .toList();
    }

    private static List<CurrencyValue> sums(List<Deal> deals) {
        var values = deals.stream()
                .flatMap(deal -> Stream.ofNullable(deal.dealValue()))
                .toList();
        return values.isEmpty() ? List.of() : List.of(new CurrencyValue("USD", Decimals.plain(total(values.stream()))));
    }

    private static BigDecimal total(Stream<BigDecimal> values) {
        return values.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
