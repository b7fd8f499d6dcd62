package waggle.model.commissions.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waggle.model.PartnerType;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.facts.Seller;
import waggle.model.json.Json;
import waggle.model.leads.Attribution;

/** A rate that is looked up on each day of accrual: number, period and anchor stay those of the first rule. */
class RatesTest {
    private static final UUID GOLD = new UUID(4, 1);
    private static final UUID SILVER = new UUID(4, 2);
    private static final UUID PARTNER = new UUID(2, 0);
    private static final UUID GOLD_RULE = new UUID(3, 1);
    private static final UUID SILVER_RULE = new UUID(3, 2);
    private static final Instant FIRST = Instant.parse("2026-01-31T10:00:00Z");

    private final Ledger ledger = new Ledger();
    private final Ledger.Deal deal = ledger.deal(new UUID(9, 1));

    @BeforeEach
    void prepare() {
        rule(GOLD_RULE, "Gold", GOLD, 20, Map.of());
        rule(SILVER_RULE, "Silver", SILVER, 10, Map.of());
        deal.value = BigDecimal.valueOf(1_000);
        deal.sellers = List.of(new Seller(PARTNER, PartnerType.RESELLER, GOLD, null, Attribution.Role.SOURCED));
        deal.stage = RandomRules.WON;
        deal.isWon = true;
        deal.closedAt = FIRST;
        calculate("2026-01-31");
    }

    @Test
    void occurrence_hasTheRateOfTheTierOnItsDay() {
        tier(SILVER);
        calculate("2026-02-27");
        calculate("2026-02-28");
        tier(GOLD);
        calculate("2026-03-30");
        calculate("2026-04-01");

        assertThat(values()).containsExactly("200.00", "100.00", "200.00", "200.00");
        assertThat(deal.rows.stream().map(row -> row.rule.rule()))
                .containsExactly(GOLD_RULE, SILVER_RULE, GOLD_RULE, GOLD_RULE);
        assertThat(deal.rows.stream().map(row -> row.made.dates().accruedOn()))
                .containsExactly(
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 30));
    }

    @Test
    void rateOfADayThatHasCome_stays_alsoWithAnotherValue() {
        tier(SILVER);
        deal.value = BigDecimal.valueOf(2_000);
        calculate("2026-02-01");

        assertThat(values()).containsExactly("400.00", "200.00", "200.00", "200.00");
    }

    @Test
    void dayWithoutARule_isNotPaid() {
        tier(null);
        calculate("2026-03-01");

        assertThat(values()).containsExactly("200.00");
        assertThat(Engine.lines(ledger.inputs(deal, at("2026-03-01")), deal.state)
                        .get(1)
                        .why())
                .contains("No rule fits on 2026-02-28, so that nothing is paid.");
        tier(SILVER);
        calculate("2026-03-31");
        assertThat(values()).containsExactly("200.00", "100.00", "100.00");
    }

    @Test
    void ruleThatEnds_givesTheRateUntilItsLastDay() {
        rule(GOLD_RULE, "Gold", GOLD, 20, Map.of("valid_until", "2026-03-31"));
        rule(new UUID(3, 3), "Gold from April", GOLD, 5, Map.of("valid_from", "2026-04-01"));
        deal.value = BigDecimal.valueOf(1_001);
        calculate("2026-02-01");

        assertThat(values()).containsExactly("200.20", "200.20", "200.20", "50.05");
    }

    @Test
    void explanation_namesTheRuleOfTheRate() {
        tier(SILVER);
        calculate("2026-02-28");

        assertThat(Engine.lines(ledger.inputs(deal, at("2026-02-28")), deal.state)
                        .get(1)
                        .why())
                .contains(
                        "Rule \"Gold\", version 1, is the only one that fits the deal.",
                        "Rule \"Silver\", version 1, gives the rate of 2026-02-28.",
                        "10 % of 1000.00 USD is 100.00 USD.");
    }

    @Test
    void nextCalculation_isOnTheNextDayOfAccrual() {
        assertThat(Engine.run(ledger.inputs(deal, at("2026-02-01"))).nextOn()).isEqualTo("2026-02-28");
        assertThat(Engine.run(ledger.inputs(deal, at("2026-04-30"))).nextOn()).isNull();
    }

    private void rule(UUID uuid, String label, UUID tier, int percent, Map<String, Object> more) {
        var json = new TreeMap<String, Object>(Map.of(
                "label",
                label,
                "partner_type",
                "reseller",
                "tier_uuids",
                List.of(tier),
                "rate_as_of",
                "occurrence",
                "entries",
                List.of(Map.of(
                        "trigger",
                        Map.of("stage_uuid", RandomRules.WON),
                        "calculation",
                        Map.of(
                                "type",
                                "recurring",
                                "option",
                                "percentage",
                                "value",
                                percent,
                                "period",
                                "month",
                                "occurrences",
                                4)))));
        json.putAll(more);
        ledger.rule(uuid, FIRST, Json.mapper().convertValue(json, CommissionRule.class));
    }

    private void tier(@Nullable UUID tier) {
        ledger.partner(
                PARTNER, seller -> new Seller(seller.partner(), seller.type(), tier, seller.category(), seller.role()));
    }

    private void calculate(String day) {
        ledger.calculate(deal, at(day));
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** What stands, by the day of accrual. */
    private List<String> values() {
        return deal.rows.stream()
                .filter(row -> row.status != StandingPayment.Status.CANCELLED)
                .sorted(Comparator.comparing(row -> row.made.dates().accruedOn()))
                .map(row -> row.value.toPlainString())
                .toList();
    }
}
