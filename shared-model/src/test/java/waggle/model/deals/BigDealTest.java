package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import waggle.model.CapacityMeter;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.commissions.CommissionShare;
import waggle.model.payments.Balance;
import waggle.model.payments.Statement;
import waggle.model.records.Entity;
import waggle.model.store.StoredRecords;

/**
 * One deal that owes very many payments: to ten partners, under three bonus rules. {@code -Dwaggle.occurrences=120} makes
 * 3,600 of them.
 */
class BigDealTest {
    private static final int OCCURRENCES = Integer.getInteger("waggle.occurrences", 8);
    private static final int PARTNERS = 10;
    private static final int RULES = 3;
    private static final int PAGE = 7;

    /** What each transaction takes where a request has no time for all. */
    private static final Duration A_WHILE = Duration.ofSeconds(4);

    private final ManualClock clock = new ManualClock();
    private final CommissionCompany company = new CommissionCompany(clock);
    private final LargestTransaction largest = new LargestTransaction();
    private final CapacityMeter meter = new CapacityMeter();
    private final StoredRecords records = new StoredRecords(
            LocalTable.client(meter), LocalTable.NAME, company.pipeline.actor().company());
    private final List<UUID> partners =
            Stream.generate(company::partner).limit(PARTNERS).toList();
    private final UUID deal = deal();

    /** The most items of a transaction so far, and the number of transactions. */
    private static final class LargestTransaction implements ExecutionInterceptor {
        private final AtomicInteger items = new AtomicInteger();
        private final AtomicInteger transactions = new AtomicInteger();

        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            if (context.request() instanceof TransactWriteItemsRequest transaction) {
                items.accumulateAndGet(transaction.transactItems().size(), Math::max);
                transactions.incrementAndGet();
            }
            return context.request();
        }
    }

    @Test
    void deal_withManyPayments_makesAllOfThem_inTransactionsOfAtMost100Items() {
        var begin = System.nanoTime();

        win(LocalTable.client(largest, meter));

        var seconds = (System.nanoTime() - begin) / 1_000_000_000.0;
        System.out.printf(
                "%d payments in %.1f s, %d transactions of at most %d items, %.0f read units in %d reads%n",
                OCCURRENCES * PARTNERS * RULES,
                seconds,
                largest.transactions.get(),
                largest.items.get(),
                meter.read(),
                meter.calls());
        assertThat(largest.items.get()).isLessThanOrEqualTo(100);
        assertThat(company.commission(deal).isPending()).isFalse();
        var payments = records.all(Payment.RESOURCE).stream().map(Entity::value).toList();
        assertThat(payments).hasSize(OCCURRENCES * PARTNERS * RULES);
        assertThat(payments.stream()
                        .map(payment -> List.of(payment.ruleUuid(), payment.occurrence(), payment.recipientUuid())))
                .doesNotHaveDuplicates();
        assertSums(payments);
        partners.forEach(partner -> assertStatement(partner, payments));
    }

    /** A request makes payments for 10 s. What is left is made by the sweeper, which goes on with the deal. */
    @Test
    void deal_thatARequestHasNoTimeFor_isFinishedByLaterSteps() {
        win(FaultyClient.with(method -> {
            clock.move(method.equals("transactWriteItems") ? A_WHILE : Duration.ZERO);
            return Fault.NONE;
        }));

        var first = records.all(Payment.RESOURCE).size();
        assertThat(first).isPositive().isLessThan(OCCURRENCES * PARTNERS * RULES);
        for (var step = 0; company.commission(deal).isPending() && step < OCCURRENCES * PARTNERS * RULES; step++) {
            company.resume(deal);
        }
        assertThat(company.commission(deal).isPending()).isFalse();
        assertThat(records.all(Payment.RESOURCE)).hasSize(OCCURRENCES * PARTNERS * RULES);
    }

    private void win(DynamoDbClient client) {
        company.writes(client)
                .run(company.pipeline.actor(), write -> CommissionCompany.move(write, deal, company.pipeline.won()));
    }

    /** Ten percent of 1,000.50 are owed for each rule and occurrence, whoever has the cents that do not divide. */
    private void assertSums(List<Payment> payments) {
        var sums = payments.stream()
                .collect(Collectors.groupingBy(
                        payment -> List.of(payment.ruleUuid(), payment.occurrence()),
                        Collectors.reducing(BigDecimal.ZERO, Payment::paymentValue, BigDecimal::add)));
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("100.05"));
        assertThat(records.get(Deal.RESOURCE, deal).counts().get(Deal.TOTAL_COMMISSION))
                .isEqualByComparingTo(new BigDecimal("100.05").multiply(new BigDecimal(OCCURRENCES * RULES)));
    }

    /** The pages of the statement of a partner have all its payments and end with its balance. */
    private void assertStatement(UUID partner, List<Payment> payments) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var own = payments.stream()
                .filter(payment -> partner.equals(payment.recipientUuid()))
                .map(Payment::paymentValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var balance = BigDecimal.ZERO;
        var lines = 0;
        for (var page = 1; page <= Math.ceilDiv(OCCURRENCES * RULES, PAGE); page++) {
            for (var account : Statement.of(records, partner, today, today.plusYears(30), page, PAGE)
                    .data()) {
                assertThat(account.openingBalance()).isEqualByComparingTo(balance);
                balance = account.closingBalance();
                lines += account.lines().size();
            }
        }
        assertThat(lines).isEqualTo(OCCURRENCES * RULES);
        assertThat(balance).isEqualByComparingTo(own);
        assertThat(Balance.of(records, partner, today).data()).singleElement().satisfies(sums -> assertThat(sums.open())
                .isEqualByComparingTo(own));
    }

    private UUID deal() {
        IntStream.range(0, RULES)
                .forEach(number -> company.rule(OCCURRENCES, Map.of("label", "Bonus " + number, "bonus", true)));
        return company.deal(deal -> DealBuilder.builder(deal)
                .dealValue(new BigDecimal("1000.50"))
                .partnerUuid(partners.getFirst())
                .commissionShares(partners.stream()
                        .map(partner -> new CommissionShare(partner, BigDecimal.TEN))
                        .toList())
                .build());
    }
}
