package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import waggle.model.CapacityMeter;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.catalogue.Catalogue;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionShare;
import waggle.model.commissions.stored.DealCommission;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.partners.Partner;
import waggle.model.payments.Balance;
import waggle.model.payments.Statement;
import waggle.model.records.Entity;
import waggle.model.store.StoredRecords;
import waggle.model.write.Writes;

/**
 * One deal that owes very many payments: to ten partners, under three bonus rules. {@code -Dwaggle.occurrences=120} makes
 * 3,600 of them.
 */
class BigDealTest {
    private static final int OCCURRENCES = Integer.getInteger("waggle.occurrences", 8);
    private static final int PARTNERS = 10;
    private static final int RULES = 3;
    private static final int PAGE = 7;

    private final Pipeline pipeline = Pipeline.of(LocalTable.someone());
    private final LargestTransaction largest = new LargestTransaction();
    private final CapacityMeter meter = new CapacityMeter();
    private final Writes writes =
            Catalogue.writes(LocalTable.client(largest, meter), LocalTable.NAME, Clock.systemUTC());
    private final StoredRecords records = new StoredRecords(
            LocalTable.client(meter), LocalTable.NAME, pipeline.actor().company());
    private final List<UUID> partners =
            Stream.generate(this::partner).limit(PARTNERS).toList();

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
        IntStream.range(0, RULES).forEach(this::rule);
        var deal = deal();
        var begin = System.nanoTime();

        run(write ->
                write.change(Deal.RESOURCE, deal, now -> DealBuilder.from(now).withStageUuid(pipeline.won())));

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
        assertThat(isPending(deal)).isFalse();
        var payments = records.all(Payment.RESOURCE).stream().map(Entity::value).toList();
        assertThat(payments).hasSize(OCCURRENCES * PARTNERS * RULES);
        assertThat(payments.stream()
                        .map(payment -> List.of(payment.ruleUuid(), payment.occurrence(), payment.recipientUuid())))
                .doesNotHaveDuplicates();
        assertSums(deal, payments);
        partners.forEach(partner -> assertStatement(partner, payments));
    }

    /** A request makes payments for 10 s. What is left is made by the sweeper, which goes on with the deal. */
    @Test
    void deal_thatARequestHasNoTimeFor_isFinishedByLaterSteps() {
        IntStream.range(0, RULES).forEach(this::rule);
        var deal = deal();
        var seconds = new AtomicInteger();
        var begin = Instant.now();
        var slow = Catalogue.writes(LocalTable.shared(), LocalTable.NAME, new Clock() {
            @Override
            public Instant instant() {
                return begin.plusSeconds(4L * seconds.getAndIncrement());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });

        slow.run(
                pipeline.actor(),
                write -> write.change(
                        Deal.RESOURCE, deal, now -> DealBuilder.from(now).withStageUuid(pipeline.won())));

        var first = records.all(Payment.RESOURCE).size();
        assertThat(first).isPositive().isLessThan(OCCURRENCES * PARTNERS * RULES);
        for (var step = 0; isPending(deal) && step < OCCURRENCES * PARTNERS * RULES; step++) {
            slow.run(pipeline.actor(), write -> {
                CommissionCalculation.resume(write, deal);
                return deal;
            });
        }
        assertThat(isPending(deal)).isFalse();
        assertThat(records.all(Payment.RESOURCE)).hasSize(OCCURRENCES * PARTNERS * RULES);
    }

    private boolean isPending(UUID deal) {
        return records.get(DealCommission.RESOURCE, deal).value().isPending();
    }

    /** Ten percent of 1,000.50 are owed for each rule and occurrence, whoever has the cents that do not divide. */
    private void assertSums(UUID deal, List<Payment> payments) {
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
        var today = LocalDate.now(ZoneOffset.UTC);
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

    private <R> R run(Function<Write, R> work) {
        return writes.run(pipeline.actor(), work);
    }

    private UUID partner() {
        return new LocalStore<>(Partner.RESOURCE)
                .create(pipeline.actor(), Pipeline.partner())
                .uuid();
    }

    private void rule(int number) {
        var json = Map.of(
                "label",
                "Bonus " + number,
                "partner_type",
                "reseller",
                "bonus",
                true,
                "entries",
                List.of(Map.of(
                        "trigger",
                        Map.of("stage_uuid", pipeline.won()),
                        "calculation",
                        Map.of(
                                "type",
                                "recurring",
                                "option",
                                "percentage",
                                "value",
                                10,
                                "period",
                                "month",
                                "occurrences",
                                OCCURRENCES))));
        run(write -> write.create(CommissionRule.RESOURCE, Json.mapper().convertValue(json, CommissionRule.class)));
    }

    private UUID deal() {
        return run(write -> write.create(
                        Deal.RESOURCE,
                        DealBuilder.builder()
                                .label("Big")
                                .dealValue(new BigDecimal("1000.50"))
                                .partnerUuid(partners.getFirst())
                                .commissionShares(partners.stream()
                                        .map(partner -> new CommissionShare(partner, BigDecimal.TEN))
                                        .toList())
                                .stageUuid(pipeline.open())
                                .build()))
                .uuid();
    }
}
