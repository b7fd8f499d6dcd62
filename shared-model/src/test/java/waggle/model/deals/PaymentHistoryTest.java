package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.partners.Partner;
import waggle.model.payments.Balance;
import waggle.model.payments.Statement;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.StoredRecords;

/**
 * Random histories of payments by several writers whose processes die: the sums of deals, the counts of partners, balances
 * and statements are those of the payments that exist.
 */
class PaymentHistoryTest {
    private static final int WRITERS = 4;
    private static final int WRITES = Integer.getInteger("waggle.writes", 15);

    private final Pipeline pipeline = Pipeline.of(LocalTable.someone());
    private final StoredRecords records = new StoredRecords(
            LocalTable.shared(), LocalTable.NAME, pipeline.actor().company());
    private final List<UUID> partners = List.of(partner(), partner());
    private final List<UUID> deals = List.of(deal("One"), deal("Two"), deal("Three"));

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void figures_afterAnyHistory_areThoseOfThePayments(long seed) {
        var done = new AtomicInteger();

        IntStream.range(0, WRITERS).parallel().forEach(writer -> done.addAndGet(write(seed + writer)));

        assertThat(done.get()).as("writes that were done").isGreaterThan(WRITES / 2);
        var payments = records.all(Payment.RESOURCE);
        for (var deal : deals) {
            var standing = values(
                    payments,
                    payment -> deal.equals(payment.dealUuid()) && payment.status() != PaymentStatus.CANCELLED);
            assertThat(count(Deal.RESOURCE, deal, Deal.PAYMENTS)).isEqualByComparingTo(new BigDecimal(standing.size()));
            assertThat(count(Deal.RESOURCE, deal, Deal.TOTAL_COMMISSION)).isEqualByComparingTo(sum(standing));
        }
        partners.forEach(partner -> assertPartner(partner, payments));
    }

    private void assertPartner(UUID partner, List<Entity<Payment>> payments) {
        var open = values(payments, payment -> partner.equals(payment.partnerUuid()) && payment.isOpen());
        var paid = values(
                payments,
                payment -> partner.equals(payment.partnerUuid()) && payment.status() == PaymentStatus.COMPLETED);
        assertThat(count(Partner.RESOURCE, partner, Partner.OPEN_PAYMENTS))
                .isEqualByComparingTo(new BigDecimal(open.size()));
        var today = LocalDate.now(Clock.systemUTC());
        for (var sums : Balance.of(records, partner, today).data()) {
            assertThat(sums.open()).isEqualByComparingTo(sum(open));
            assertThat(sums.paid()).isEqualByComparingTo(sum(paid));
        }
        for (var account : Statement.of(
                        records, partner, today.minusDays(1), today.plusDays(1), 1, Statement.MOST_LINES)
                .data()) {
            var lines = account.lines().stream().map(Statement.Line::value).toList();
            assertThat(account.openingBalance().add(sum(lines))).isEqualByComparingTo(account.closingBalance());
            assertThat(account.closingBalance()).isEqualByComparingTo(sum(open));
        }
    }

    private int write(long seed) {
        var random = new Random(seed);
        var writes = Catalogue.writes(FaultyClient.random(new Random(~seed)), LocalTable.NAME, Clock.systemUTC());
        var done = 0;
        for (var i = 0; i < WRITES; i++) {
            try {
                writes.run(pipeline.actor(), unit(random));
                done++;
            } catch (WaggleException | Killed stopped) {
                // A rule refused the write, or the process died: the next write is another's.
            }
        }
        return done;
    }

    private Function<Write, Object> unit(Random random) {
        var all = records.all(Payment.RESOURCE);
        var value = BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
        var status = List.of(PaymentStatus.values()).get(random.nextInt(6));
        var deal = deals.get(random.nextInt(deals.size()));
        var partner = partners.get(random.nextInt(partners.size()));
        if (all.isEmpty() || random.nextInt(4) == 0) {
            return write -> write.create(
                    Payment.RESOURCE,
                    PaymentBuilder.builder()
                            .dealUuid(deal)
                            .recipientType(Payment.RecipientType.PARTNER)
                            .recipientUuid(partner)
                            .category(Payment.Category.SPIFF)
                            .paymentValue(value)
                            .build());
        }
        var uuid = all.get(random.nextInt(all.size())).uuid();
        return switch (random.nextInt(6)) {
            case 0 -> write -> write.remove(Payment.RESOURCE, uuid, Precondition.NONE);
            case 1 ->
                write -> write.change(Payment.RESOURCE, uuid, before -> PaymentBuilder.from(before)
                        .withPaymentValue(value));
            case 2 ->
                write -> write.change(Payment.RESOURCE, uuid, before -> PaymentBuilder.from(before)
                        .withRecipientUuid(partner));
            default ->
                write -> write.change(Payment.RESOURCE, uuid, before -> PaymentBuilder.from(before)
                        .withStatus(status));
        };
    }

    private UUID partner() {
        return new LocalStore<>(Partner.RESOURCE)
                .create(pipeline.actor(), Pipeline.partner())
                .uuid();
    }

    private UUID deal(String label) {
        return new LocalStore<>(Deal.RESOURCE)
                .create(
                        pipeline.actor(),
                        DealBuilder.builder()
                                .label(label)
                                .stageUuid(pipeline.open())
                                .build())
                .uuid();
    }

    private static List<BigDecimal> values(List<Entity<Payment>> payments, Predicate<Payment> which) {
        return payments.stream()
                .map(Entity::value)
                .filter(which)
                .map(Payment::paymentValue)
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal count(Resource<?> resource, UUID uuid, String name) {
        return records.get(resource, uuid).counts().getOrDefault(name, BigDecimal.ZERO);
    }
}
