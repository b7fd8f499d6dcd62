package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.WaggleException;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.stored.CommissionLimit;
import waggle.model.records.Precondition;

/** What a rule pays one partner at most, over all deals. */
class CommissionLimitTest {
    private final CommissionCompany company = new CommissionCompany();
    private final UUID rule = company.rule(
            2,
            Map.of(
                    "currency_code",
                    "USD",
                    "max_per_partner",
                    Map.of("measure", "amount", "limit", 450, "period", "rule")));

    @Test
    void limit_thatDealsReachAtTheSameTime_isNotExceeded() throws Exception {
        var deals = Stream.generate(company::deal).limit(6).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var winning :
                    threads.invokeAll(deals.stream().map(this::winning).toList())) {
                winning.get();
            }
        }

        assertThat(company.payments().stream().map(Payment::paymentValue).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("450");
        assertThat(deals.stream().map(company::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("450");
        win(company.deal());
        assertThat(company.payments()).hasSize(5);
    }

    private Callable<Deal> winning(UUID deal) {
        return () -> win(deal);
    }

    private Deal win(UUID deal) {
        return company.moved(deal, company.pipeline.won());
    }

    @Test
    void limit_thatIsUsed_namesItsRule() {
        win(company.deal());

        assertThat(company.records.all(CommissionLimit.RESOURCE))
                .singleElement()
                .satisfies(limit -> assertThat(limit.value().ruleUuid()).isEqualTo(rule));
    }

    /** A payment may name another rule than the one whose limit it used: the one that gave its rate. */
    @Test
    void rule_whoseLimitIsRemembered_isNotDeleted() {
        company.run(write -> write.create(CommissionLimit.RESOURCE, UUID.randomUUID(), CommissionLimit.of(rule)));

        assertThatThrownBy(() -> company.run(write -> write.remove(CommissionRule.RESOURCE, rule, Precondition.NONE)))
                .isInstanceOf(WaggleException.class)
                .hasMessageContaining("is used by 1 record");
    }
}
