package waggle.model.commissions.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.model.PartnerType;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionShare;
import waggle.model.commissions.facts.Seller;
import waggle.model.json.Json;
import waggle.model.leads.Attribution;

/** The most that a rule pays one partner: first come, first served, and what becomes free is not handed out again. */
class LimitsTest {
    private static final Instant FIRST = Instant.parse("2026-01-31T10:00:00Z");
    private static final UUID RULE = new UUID(3, 1);
    private static final UUID PARTNER = new UUID(2, 0);

    private final Ledger ledger = new Ledger();
    private Instant now = FIRST;

    @ParameterizedTest
    @CsvSource({
        // measure, limit, period, values of the payments of three deals that are won on one day
        "amount, 250,  year, 100.00 100.00 50.00",
        "amount, 100,  rule, 100.00",
        "amount, 99.5, rule, 99.50",
        "units,  25,   month, 50.00 50.00 25.00",
        "deals,  2,    quarter, 100.00 100.00"
    })
    void limit_cutsThePaymentThatCrossesIt(String measure, BigDecimal limit, String period, String expected) {
        rule(measure.equals("units") ? units() : Map.of("option", "percentage", "value", 10), measure, limit, period);

        assertThat(Stream.of(1, 2, 3)
                        .map(number -> win(deal(number)))
                        .flatMap(deal -> deal.rows.stream())
                        .map(row -> row.value))
                .containsExactly(
                        Stream.of(expected.split(" ")).map(BigDecimal::new).toArray(BigDecimal[]::new));
    }

    private static Map<String, Object> units() {
        return Map.of("option", "per_unit", "value", 5, "base_field_key", "seats");
    }

    @Test
    void paymentThatIsCut_saysWhy() {
        rule(Map.of("option", "percentage", "value", 10), "amount", BigDecimal.valueOf(150), "half_year");
        win(deal(1));

        assertThat(win(deal(2)).rows.getFirst().made.why())
                .contains(
                        "The rule pays a partner at most 150 USD in one half year: 50 of 100 are left for this payment.");
    }

    @Test
    void newPeriod_hasTheWholeLimitAgain() {
        rule(Map.of("option", "percentage", "value", 10), "amount", BigDecimal.valueOf(100), "month");
        win(deal(1));
        assertThat(win(deal(2)).rows).isEmpty();
        now = Instant.parse("2026-02-01T00:00:00Z");

        assertThat(win(deal(3)).total()).isEqualByComparingTo("100");
    }

    @Test
    void partThatBecomesFree_isNotHandedOutAgain_butTheDealKeepsIt() {
        rule(Map.of("option", "percentage", "value", 10), "amount", BigDecimal.valueOf(150), "rule");
        var first = win(deal(1));
        var second = win(deal(2));
        assertThat(second.total()).isEqualByComparingTo("50");

        move(first, RandomRules.LOST);
        assertThat(first.total()).isZero();
        assertThat(calculated(second).total()).isEqualByComparingTo("50");
        assertThat(win(first).total()).isEqualByComparingTo("100");
        first.value = BigDecimal.valueOf(2_000);
        assertThat(calculated(first).total()).isEqualByComparingTo("100");
        first.value = BigDecimal.valueOf(400);
        assertThat(calculated(first).total()).isEqualByComparingTo("40");
    }

    @Test
    void sharesOfADeal_areLimitedForEachPartner() {
        rule(Map.of("option", "percentage", "value", 10), "amount", BigDecimal.valueOf(60), "rule");
        var deal = deal(1);
        deal.shares = List.of(
                new CommissionShare(PARTNER, BigDecimal.valueOf(70)),
                new CommissionShare(new UUID(2, 1), BigDecimal.valueOf(30)));

        assertThat(win(deal).rows.stream().map(row -> row.value))
                .containsExactly(new BigDecimal("60.00"), new BigDecimal("30.00"));
    }

    private void rule(Map<String, Object> amount, String measure, BigDecimal limit, String period) {
        var calculation = new TreeMap<>(amount);
        calculation.put("type", "one_off");
        ledger.rule(
                RULE,
                FIRST,
                Json.mapper()
                        .convertValue(
                                Map.of(
                                        "label",
                                        "Limited",
                                        "partner_type",
                                        "reseller",
                                        "currency_code",
                                        "USD",
                                        "max_per_partner",
                                        Map.of("measure", measure, "limit", limit, "period", period),
                                        "entries",
                                        List.of(Map.of(
                                                "trigger",
                                                Map.of("stage_uuid", RandomRules.WON),
                                                "calculation",
                                                calculation))),
                                CommissionRule.class));
    }

    private Ledger.Deal deal(int number) {
        var deal = ledger.deal(new UUID(9, number));
        deal.value = BigDecimal.valueOf(1_000);
        deal.customFields.put("seats", 10);
        deal.sellers = List.of(new Seller(PARTNER, PartnerType.RESELLER, null, null, Attribution.Role.SOURCED));
        return deal;
    }

    private Ledger.Deal win(Ledger.Deal deal) {
        return move(deal, RandomRules.WON);
    }

    private Ledger.Deal move(Ledger.Deal deal, UUID stage) {
        deal.stage = stage;
        deal.isWon = stage.equals(RandomRules.WON);
        deal.closedAt = deal.isWon ? now : null;
        return calculated(deal);
    }

    private Ledger.Deal calculated(Ledger.Deal deal) {
        ledger.calculate(deal, now);
        return deal;
    }
}
