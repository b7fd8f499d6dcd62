package waggle.model.commissions.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import waggle.model.PartnerType;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.facts.Seller;
import waggle.model.json.Json;
import waggle.model.leads.Attribution;

/** Payments without an end of a deal that backed out and is won again. */
class WonAgainTest {
    private static final Instant WON = Instant.parse("2026-01-10T10:00:00Z");
    private static final Instant LOST = Instant.parse("2026-04-20T10:00:00Z");
    private static final Instant WON_AGAIN = Instant.parse("2026-05-15T10:00:00Z");

    private final Ledger ledger = new Ledger();
    private final Ledger.Deal deal = ledger.deal(new UUID(9, 1));

    /** The third and fourth month from the second win on are still to come. */
    @Test
    void openPayments_followTheValue_alsoBeforeTheirDaysComeAgain() {
        ledger.rule(new UUID(3, 1), WON, Json.parse("""
                        {"label":"Months","partner_type":"reseller","clawback_days":30,"entries":[
                         {"trigger":{"stage_uuid":"%s"},
                          "calculation":{"type":"recurring","option":"percentage","value":10,"period":"month"}}]}""".formatted(RandomRules.WON), CommissionRule.class));
        deal.value = BigDecimal.valueOf(1_000);
        deal.sellers = List.of(new Seller(new UUID(2, 0), PartnerType.RESELLER, null, null, Attribution.Role.SOURCED));
        move(RandomRules.WON, WON);
        move(RandomRules.LOST, LOST);
        assertThat(values()).containsExactly("100", "100", "100", "100");
        move(RandomRules.WON, WON_AGAIN);

        deal.rows.get(2).status = StandingPayment.Status.PROCESSING;
        deal.value = BigDecimal.valueOf(2_000);
        ledger.calculate(deal, WON_AGAIN);

        assertThat(values()).containsExactly("200", "200", "100", "200");
    }

    private void move(UUID stage, Instant now) {
        deal.stage = stage;
        deal.isWon = stage.equals(RandomRules.WON);
        deal.closedAt = deal.isWon ? now : null;
        ledger.calculate(deal, now);
    }

    private List<String> values() {
        return deal.rows.stream()
                .map(row -> row.value.stripTrailingZeros().toPlainString())
                .toList();
    }
}
