package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Killed;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.payments.Balance;
import waggle.model.records.Entity;

/**
 * Writers whose processes die change the value and the stage of a deal while others move its payments: what is locked never
 * changes, and each occurrence is owed once. {@code -Dwaggle.writes=} sets the writes of each writer.
 */
class CommissionRaceTest {
    private static final int WRITERS = 4;
    private static final int WRITES = Integer.getInteger("waggle.writes", 15);
    private static final int OCCURRENCES = 5;

    private final CommissionCompany company = new CommissionCompany();
    private final UUID deal = wonDeal();

    /** The values of payments when they were first seen locked. */
    private final Map<UUID, BigDecimal> locked = new ConcurrentHashMap<>();

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void payments_afterAnyRace_areOwedOnce_andLockedOnesStay(long seed) {
        var done = new AtomicInteger();

        IntStream.range(0, WRITERS).parallel().forEach(writer -> done.addAndGet(write(seed + writer)));
        company.resume(deal);

        assertThat(done.get()).as("writes that were done").isGreaterThan(WRITES / 2);
        var payments = observed();
        var isWon = company.records.get(Deal.RESOURCE, deal).value().stagePhase() == Deal.Phase.CLOSED_WON;
        for (var occurrence = 1; occurrence <= OCCURRENCES; occurrence++) {
            assertOccurrence(occurrence, payments, isWon);
        }
        assertSums(payments);
        company.resume(deal);
        assertThat(observed()).isEqualTo(payments);
    }

    private int write(long seed) {
        var random = new Random(seed);
        var faulty = company.writes(FaultyClient.random(new Random(~seed)));
        var done = 0;
        for (var i = 0; i < WRITES; i++) {
            try {
                faulty.run(company.pipeline.actor(), unit(random));
                done++;
            } catch (WaggleException | Killed stopped) {
                // A rule refused the write, or the process died: the next write is another's.
            }
            observed();
        }
        return done;
    }

    private Function<Write, Object> unit(Random random) {
        var value = BigDecimal.valueOf(random.nextInt(100, 1_000_000), 2);
        var stage = company.pipeline.stages().get(random.nextInt(3));
        var payments = observed();
        if (payments.isEmpty() || random.nextInt(3) == 0) {
            return write -> write.change(
                    Deal.RESOURCE, deal, now -> DealBuilder.from(now).withDealValue(value));
        }
        if (random.nextInt(8) == 0) {
            return write -> write.change(
                    Deal.RESOURCE, deal, now -> DealBuilder.from(now).withStageUuid(stage));
        }
        var open = payments.stream().filter(payment -> payment.value().isOpen()).toList();
        var payment = open.isEmpty() ? payments.getFirst() : open.get(random.nextInt(open.size()));
        var next = payment.value().status().next();
        return write -> write.change(
                Payment.RESOURCE,
                payment.uuid(),
                now -> next.isEmpty()
                        ? now
                        : PaymentBuilder.from(now).withStatus(next.get(random.nextInt(4) == 0 ? next.size() - 1 : 0)));
    }

    /** The payments as they are now. One that was seen locked must have its value ever after. */
    private List<Entity<Payment>> observed() {
        var payments = company.records.all(Payment.RESOURCE);
        for (var payment : payments) {
            var value = payment.value().paymentValue();
            var status = payment.value().status();
            var before = status.isChangeable() || status == PaymentStatus.CANCELLED
                    ? locked.get(payment.uuid())
                    : locked.putIfAbsent(payment.uuid(), value);
            assertThat(Objects.requireNonNullElse(before, value))
                    .as("the locked value of %s", payment)
                    .isEqualTo(value);
        }
        return payments;
    }

    private void assertOccurrence(int occurrence, List<Entity<Payment>> payments, boolean isWon) {
        var all = payments.stream()
                .filter(payment -> Objects.equals(payment.value().occurrence(), occurrence))
                .toList();
        var taken = taken(all);
        var standing = all.stream()
                .filter(payment -> stands(payment.value()) && payment.value().adjustsPaymentUuid() == null)
                .filter(payment -> !taken.contains(payment.uuid()))
                .toList();
        if (isWon) {
            assertThat(standing).hasSizeBetween(givenUp(all).findAny().isPresent() ? 0 : 1, 1);
        } else {
            var kept = givenUp(all).map(Payment::adjustsPaymentUuid).collect(Collectors.toSet());
            assertThat(standing)
                    .filteredOn(payment -> !kept.contains(payment.uuid()))
                    .allMatch(payment -> payment.value().status() == PaymentStatus.PROCESSING);
        }
        assertThat(standing)
                .filteredOn(payment -> payment.value().status().isChangeable())
                .allSatisfy(
                        payment -> assertThat(payment.value().paymentValue()).isEqualByComparingTo(owed()));
        assertAdjustments(all);
    }

    /** The payments that someone cancelled by hand: no calculation makes them again, and takes nothing back again. */
    private static Stream<Payment> givenUp(List<Entity<Payment>> all) {
        return all.stream()
                .map(Entity::value)
                .filter(payment -> payment.status() == PaymentStatus.CANCELLED
                        && !Objects.requireNonNull(payment.origin()).released());
    }

    /** Each adjustment takes back one payment that was completed, exactly and once. */
    private static void assertAdjustments(List<Entity<Payment>> all) {
        var adjusting = all.stream()
                .map(Entity::value)
                .filter(payment -> stands(payment) && payment.adjustsPaymentUuid() != null)
                .toList();
        assertThat(adjusting).extracting(Payment::adjustsPaymentUuid).doesNotHaveDuplicates();
        for (var adjustment : adjusting) {
            var paid = all.stream()
                    .filter(payment -> payment.uuid().equals(adjustment.adjustsPaymentUuid()))
                    .findFirst()
                    .orElseThrow()
                    .value();
            assertThat(paid.status()).isEqualTo(PaymentStatus.COMPLETED);
            assertThat(adjustment.paymentValue())
                    .isEqualByComparingTo(paid.paymentValue().negate());
        }
    }

    private static Set<UUID> taken(List<Entity<Payment>> all) {
        return all.stream()
                .filter(payment -> stands(payment.value()))
                .map(payment -> payment.value().adjustsPaymentUuid())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static boolean stands(Payment payment) {
        return payment.status() != PaymentStatus.CANCELLED;
    }

    private BigDecimal owed() {
        return Objects.requireNonNull(
                        company.records.get(Deal.RESOURCE, deal).value().dealValue())
                .movePointLeft(1)
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    private void assertSums(List<Entity<Payment>> payments) {
        var counts = company.records.get(Deal.RESOURCE, deal).counts();
        assertThat(counts.get(Deal.TOTAL_COMMISSION)).isEqualByComparingTo(sum(payments, CommissionRaceTest::stands));
        for (var sums : Balance.of(company.records, company.partner, LocalDate.now(Clock.systemUTC()))
                .data()) {
            assertThat(sums.open()).isEqualByComparingTo(sum(payments, Payment::isOpen));
            assertThat(sums.paid())
                    .isEqualByComparingTo(sum(payments, payment -> payment.status() == PaymentStatus.COMPLETED));
        }
    }

    private static BigDecimal sum(List<Entity<Payment>> payments, Predicate<Payment> which) {
        return payments.stream()
                .map(Entity::value)
                .filter(which)
                .map(Payment::paymentValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private UUID wonDeal() {
        company.rule(OCCURRENCES, Map.of());
        return company.deal(deal -> DealBuilder.from(deal).withStageUuid(company.pipeline.won()));
    }
}
