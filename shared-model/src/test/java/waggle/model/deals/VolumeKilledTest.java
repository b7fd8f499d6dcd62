package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.commissions.CommissionRule;
import waggle.model.json.Json;

/** Deals under one volume while processes die: the sweep calculates those again that the dead process left as they were. */
class VolumeKilledTest {
    private static final int DEALS = 3;

    private final CommissionCompany company = new CommissionCompany();

    /** Fifty for each deal, and a hundred for each once there are three. */
    @BeforeEach
    void rule() {
        var tiers = List.of(
                Map.of("from", 1, "option", "fixed", "value", 50), Map.of("from", 3, "option", "fixed", "value", 100));
        var volume = Map.of("measure", "deal_count", "period", "lifetime", "apply", "whole", "tiers", tiers);
        var calculation = Map.of("type", "one_off", "option", "volume", "volume", volume);
        var entry = Map.of("trigger", Map.of("stage_uuid", company.pipeline.won()), "calculation", calculation);
        var rule = Map.of(
                "label", "Volume", "partner_type", "reseller", "currency_code", "USD", "entries", List.of(entry));
        company.run(
                write -> write.create(CommissionRule.RESOURCE, Json.mapper().convertValue(rule, CommissionRule.class)));
    }

    @Test
    void deal_thatIsLost_lowersTheOthers_whateverDies() {
        var deals = won();
        assertTotals("100", deals);
        var lost = deals.getLast();
        company.killedAt(1, lost, company.pipeline.lost());
        assertTotals("100", deals.subList(0, 2));

        for (var kill = 1; kill <= DEALS; kill++) {
            resumeKilledAt(kill, lost);
        }
        company.resume(lost);

        assertTotals("50", deals.subList(0, 2));
        assertTotals("0", List.of(lost));
        assertThat(deals)
                .extracting(deal -> company.commission(deal).isPending())
                .containsOnly(false);
        assertThat(company.commission(lost).concerns()).isEmpty();
        assertThat(company.commission(lost).dueAt()).isNull();
    }

    @Test
    void deal_thatIsWon_raisesTheOthers_whateverDies() {
        var deals = won();
        var another = company.deal(deal -> DealBuilder.from(deal).withCurrencyCode("USD"));
        company.moved(deals.getFirst(), company.pipeline.lost());
        assertTotals("50", deals.subList(1, DEALS));
        company.killedAt(1, another, company.pipeline.won());

        company.resume(another);

        assertTotals("100", deals.subList(1, DEALS));
        assertTotals("100", List.of(another));
    }

    private List<UUID> won() {
        return IntStream.range(0, DEALS)
                .mapToObj(number -> company.deal(deal -> DealBuilder.from(deal).withCurrencyCode("USD")))
                .peek(deal -> company.moved(deal, company.pipeline.won()))
                .toList();
    }

    private void resumeKilledAt(int kill, UUID deal) {
        var transactions = new AtomicInteger();
        var faulty = FaultyClient.with(
                method -> method.equals("transactWriteItems") && transactions.incrementAndGet() == kill
                        ? Fault.KILLED_AFTER
                        : Fault.NONE);
        try {
            company.writes(faulty).run(company.pipeline.actor(), write -> {
                CommissionCalculation.resume(write, deal);
                return deal;
            });
        } catch (Killed killed) {
            // The next sweep goes on.
        }
    }

    private void assertTotals(String expected, List<UUID> deals) {
        assertThat(deals).allSatisfy(deal -> assertThat(company.total(deal)).isEqualByComparingTo(expected));
    }
}
