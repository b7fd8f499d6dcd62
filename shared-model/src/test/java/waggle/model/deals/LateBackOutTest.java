package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waggle.model.ManualClock;

/** Deals that back out after the time in which their payments are taken back: all that has accrued until then is made. */
class LateBackOutTest {
    private static final Instant FIRST = Instant.parse("2024-01-10T10:00:00Z");
    private static final Map<String, Object> LATE_FROM_THE_NEXT_DAY = Map.of("clawback_days", 0);

    /** More than twice the payments of one transaction. */
    private static final int MISSING = 40;

    private final ManualClock clock = new ManualClock(FIRST);
    private final CommissionCompany company = new CommissionCompany(clock);

    @Test
    void dealWithoutAnEnd_thatNoSweepReached_makesAllPaymentsThatAccrued() {
        company.openEndedRule(LATE_FROM_THE_NEXT_DAY);
        var deal = company.deal();
        company.moved(deal, company.pipeline.won());
        passMonths(MISSING);

        company.moved(deal, company.pipeline.lost());

        assertAccrued(deal, MISSING + 1);
        passMonths(3);
        company.resume(deal);
        assertAccrued(deal, MISSING + 1);
    }

    @Test
    void deal_thatBacksOutBeforeAllItsPaymentsWereMade_makesThoseThatAccrued() {
        company.rule(120, LATE_FROM_THE_NEXT_DAY);
        var deal = company.deal();
        company.killedAt(1, deal, company.pipeline.won());
        assertThat(company.payments()).hasSizeLessThan(MISSING);
        passMonths(MISSING);

        company.moved(deal, company.pipeline.lost());

        assertAccrued(deal, MISSING + 1);
    }

    @Test
    void backOut_thatIsKilledAtAnyTransaction_isFinishedByTheSweep() {
        company.openEndedRule(LATE_FROM_THE_NEXT_DAY);
        var deals = IntStream.range(0, 4).mapToObj(number -> company.deal()).toList();
        deals.forEach(deal -> company.moved(deal, company.pipeline.won()));
        passMonths(MISSING);
        for (var kill = 1; kill <= deals.size(); kill++) {
            company.killedAt(kill, deals.get(kill - 1), company.pipeline.lost());
        }
        clock.move(Duration.ofDays(40));

        deals.forEach(company::resume);

        deals.forEach(deal -> assertThat(company.total(deal)).isEqualByComparingTo(100 * (MISSING + 1) + ""));
        assertThat(company.payments()).hasSize(deals.size() * (MISSING + 1));
    }

    private void passMonths(int number) {
        var day = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusMonths(number);
        clock.set(day.atTime(10, 0).toInstant(ZoneOffset.UTC));
    }

    private void assertAccrued(UUID deal, int number) {
        var standing = company.payments().stream()
                .filter(payment -> payment.status() != PaymentStatus.CANCELLED)
                .toList();
        assertThat(standing.stream().map(Payment::accruedOn).sorted()).containsExactlyElementsOf(days(number));
        assertThat(company.total(deal)).isEqualByComparingTo(100 * number + "");
        assertThat(company.commission(deal).isPending()).isFalse();
    }

    private static List<LocalDate> days(int number) {
        var anchor = LocalDate.of(2024, 1, 10);
        return IntStream.range(0, number).mapToObj(anchor::plusMonths).toList();
    }
}
