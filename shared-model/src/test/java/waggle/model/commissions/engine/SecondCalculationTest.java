package waggle.model.commissions.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.PartnerType;
import waggle.model.commissions.facts.Seller;
import waggle.model.json.Json;
import waggle.model.leads.Attribution;

/** Two independent calculations agree on random rules and deals. {@code -Dwaggle.cases=} sets their number. */
class SecondCalculationTest {
    private static final int CASES = Integer.getInteger("waggle.cases", 2_000);

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void calculations_ofAnyRuleAndDeal_agree(long seed) {
        var paid = 0;
        for (var i = 0; i < CASES; i++) {
            paid += compared(seed + i);
        }
        assertThat(paid).as("payments that were compared").isGreaterThan(CASES);
    }

    private static int compared(long seed) {
        var random = new Random(seed);
        var rules = new RandomRules(random);
        var ledger = new Ledger();
        var deal = ledger.deal(new UUID(9, 9));
        deal.currency = rules.currency();
        var digits = Currency.getInstance(deal.currency).getDefaultFractionDigits();
        deal.value = rules.money(digits);
        deal.stage = RandomRules.WON;
        deal.isWon = true;
        deal.customFields.put("seats", random.nextInt(200));
        deal.customFields.put("paid", random.nextBoolean());
        deal.sellers = List.of(new Seller(new UUID(2, 0), PartnerType.RESELLER, null, null, Attribution.Role.SOURCED));
        deal.shares = random.nextBoolean() ? rules.shares() : List.of();
        var won = LocalDate.of(2024 + random.nextInt(5), 1, 1).plusDays(random.nextInt(366));
        deal.closedAt = won.atTime(12, 0).toInstant(ZoneOffset.UTC);
        var rule = rules.rule(deal.currency, digits);
        ledger.rule(new UUID(3, 1), deal.closedAt, rule);

        ledger.calculate(deal, deal.closedAt);

        var second = new SecondCalculation(Json.mapper().valueToTree(rule), json(deal), digits)
                .lines(new SecondCalculation.Day(won.getYear(), won.getMonthValue(), won.getDayOfMonth()));
        assertThat(deal.rows.stream().map(row -> line(row, digits)))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(second);
        return second.size();
    }

    private static JsonNode json(Ledger.Deal deal) {
        var json = Json.mapper().createObjectNode();
        json.put("deal_value", deal.value);
        json.put("stage_uuid", deal.stage.toString());
        json.set("custom_fields", deal.customFields);
        json.set("commission_shares", Json.mapper().valueToTree(deal.shares));
        return json;
    }

    private static String line(Ledger.Row row, int digits) {
        return "%d/%d of %d: %s on %s, held until %s, due on %s"
                .formatted(
                        row.made.place().entry(),
                        row.made.place().occurrence(),
                        Objects.requireNonNull(row.made.place().recipient().uuid())
                                .getLeastSignificantBits(),
                        row.value.movePointRight(digits).toBigIntegerExact(),
                        row.made.dates().accruedOn(),
                        row.made.dates().heldUntil(),
                        row.made.dates().dueOn());
    }
}
