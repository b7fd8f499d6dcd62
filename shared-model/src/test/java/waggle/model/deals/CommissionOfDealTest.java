package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.CapacityMeter;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.view.PreviewRequest;
import waggle.model.deals.commission.CommissionPreview;
import waggle.model.json.Json;
import waggle.model.records.Precondition;

/** The payments of single deals: as they are won, back out, and are won again. */
class CommissionOfDealTest {
    private final CommissionCompany company = new CommissionCompany();

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 120})
    void deal_thatIsWon_hasItsPayments(int occurrences) {
        company.rule(occurrences, Map.of());
        var deal = company.deal();

        assertThat(company.moved(deal, company.pipeline.won()).commissionPercentage())
                .isEqualByComparingTo("10");

        assertThat(company.payments()).hasSize(occurrences).allSatisfy(payment -> assertThat(payment.paymentValue())
                .isEqualByComparingTo("100"));
        assertThat(company.total(deal)).isEqualByComparingTo(BigDecimal.valueOf(100L * occurrences));
    }

    @Test
    void deal_thatBacksOutAndIsWonAgain_owesItsPaymentsOnce() {
        company.rule(2, Map.of());
        var deal = company.deal();

        company.moved(deal, company.pipeline.won());
        company.moved(deal, company.pipeline.lost());
        assertThat(company.total(deal)).isZero();
        company.moved(deal, company.pipeline.won());

        assertThat(company.total(deal)).isEqualByComparingTo("200");
        assertThat(company.payments())
                .filteredOn(payment -> payment.status() == PaymentStatus.CANCELLED)
                .hasSize(2);
    }

    @Test
    void payment_thatIsPaidAfterTheDealBackedOut_isTakenBackOnce() {
        company.rule(1, Map.of());
        var deal = company.deal();
        company.moved(deal, company.pipeline.won());
        var payment = company.records.all(Payment.RESOURCE).getFirst().uuid();
        move(payment, PaymentStatus.APPROVED);
        move(payment, PaymentStatus.PROCESSING);
        company.moved(deal, company.pipeline.lost());
        assertThat(company.payments()).hasSize(1);

        move(payment, PaymentStatus.COMPLETED);
        company.moved(deal, company.pipeline.open());

        assertThat(company.payments())
                .extracting(made -> made.paymentValue().intValueExact())
                .containsExactlyInAnyOrder(100, -100);
        assertThat(company.total(deal)).isZero();
    }

    private void move(UUID payment, PaymentStatus status) {
        company.run(write -> write.change(
                Payment.RESOURCE, payment, now -> PaymentBuilder.from(now).withStatus(status)));
    }

    /** Only a volume depends on the partner's other deals. */
    @Test
    void deal_thatIsWon_readsTheSame_howeverManyDealsThePartnerHas() {
        company.rule(3, Map.of());
        var first = readsOfWinning(company.deal());
        for (var i = 0; i < 12; i++) {
            company.moved(company.deal(), company.pipeline.won());
        }

        assertThat(readsOfWinning(company.deal())).isEqualTo(first);
    }

    private int readsOfWinning(UUID deal) {
        var meter = new CapacityMeter();
        company.writes(LocalTable.client(meter))
                .run(company.pipeline.actor(), write -> CommissionCompany.move(write, deal, company.pipeline.won()));
        return meter.calls();
    }

    @Test
    void preview_ofAVolume_countsTheDealItself() {
        var amount = Map.of("from", 1, "option", "fixed", "value", 50);
        var volume = Map.of("measure", "deal_count", "period", "month", "apply", "next", "tiers", List.of(amount));
        var rule = Map.of(
                "label",
                "Volume",
                "partner_type",
                "reseller",
                "currency_code",
                "USD",
                "entries",
                List.of(Map.of(
                        "trigger",
                        Map.of("stage_uuid", company.pipeline.won()),
                        "calculation",
                        Map.of("type", "one_off", "option", "volume", "volume", volume))));
        var request = Json.mapper()
                .convertValue(
                        Map.of("deal", Map.of("partner_uuid", company.partner, "deal_value", 1_000), "rule", rule),
                        PreviewRequest.class);

        var preview = company.run(write -> CommissionPreview.of(write, request));

        assertThat(preview.occurrences()).singleElement().satisfies(one -> assertThat(one.value())
                .isEqualByComparingTo("50"));
    }

    @Test
    void rule_thatADealHas_stays() {
        var rule = company.rule(1, Map.of());
        company.moved(company.deal(), company.pipeline.won());

        assertThatThrownBy(() -> company.run(write -> write.remove(CommissionRule.RESOURCE, rule, Precondition.NONE)))
                .isInstanceOf(WaggleException.class)
                .hasMessageContaining("is used by");
    }

    @Test
    void calculation_thatIsKilledAtAnyTransaction_isFinishedByTheNext() {
        company.rule(60, Map.of());
        for (var kill = 1; kill <= 5; kill++) {
            var deal = company.deal();
            company.killedAt(kill, deal, company.pipeline.won());
            var commission = company.commission(deal);
            assertThat(commission.dueAt() != null).as("killed at %d", kill).isEqualTo(commission.isPending());

            company.resume(deal);

            assertThat(company.total(deal)).as("killed at %d", kill).isEqualByComparingTo("6000");
        }
    }
}
