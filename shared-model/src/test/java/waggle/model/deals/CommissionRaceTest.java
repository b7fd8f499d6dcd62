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
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.commissions.CommissionRule;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.partners.Partner;
import waggle.model.payments.Balance;
import waggle.model.records.Entity;
import waggle.model.store.StoredRecords;
import waggle.model.write.Writes;

/**
 * Writers whose processes die change the value and the stage of a deal while others move its payments: what is locked never
 * changes, and each occurrence is owed once. {@code -Dwaggle.writes=} sets the writes of each writer.
 */
class CommissionRaceTest {
    private static final int WRITERS = 4;
    private static final int WRITES = Integer.getInteger("waggle.writes", 15);
    private static final int OCCURRENCES = 5;

    private final Pipeline pipeline = Pipeline.of(LocalTable.someone());
    private final Writes writes = Catalogue.writes(LocalTable.shared(), LocalTable.NAME, Clock.systemUTC());
    private final StoredRecords records = new StoredRecords(
            LocalTable.shared(), LocalTable.NAME, pipeline.actor().company());
    private final UUID partner = new LocalStore<>(Partner.RESOURCE)
            .create(pipeline.actor(), Pipeline.partner())
            .uuid();
    private final UUID deal = deal();

    /** The values of payments when they were first seen locked. */
    private final Map<UUID, BigDecimal> locked = new ConcurrentHashMap<>();

    static Stream<Long> seeds() {
        var seed = Long.getLong("waggle.seed");
        return Stream.of(seed == null ? new Random().nextLong() : seed);
    }

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("seeds")
    void payments_afterAnyRace_areOwedOnce_andLockedOnesStay(long seed) {
        var done = new AtomicInteger();

        IntStream.range(0, WRITERS).parallel().forEach(writer -> done.addAndGet(write(seed + writer)));
        resume();

        assertThat(done.get()).as("writes that were done").isGreaterThan(WRITES / 2);
        var payments = observed();
        var isWon = records.get(Deal.RESOURCE, deal).value().stagePhase() == Deal.Phase.CLOSED_WON;
        for (var occurrence = 1; occurrence <= OCCURRENCES; occurrence++) {
            assertOccurrence(occurrence, payments, isWon);
        }
        assertSums(payments);
        resume();
        assertThat(observed()).isEqualTo(payments);
    }

    /** What the sweeper does for a deal whose calculation did not end. */
    private void resume() {
        writes.run(pipeline.actor(), write -> {
            CommissionCalculation.resume(write, deal);
            return deal;
        });
    }

    private int write(long seed) {
        var random = new Random(seed);
        var faults = new Random(~seed);
        var faulty = Catalogue.writes(
                FaultyClient.with(method -> fault(method, faults)), LocalTable.NAME, Clock.systemUTC());
        var done = 0;
        for (var i = 0; i < WRITES; i++) {
            try {
                faulty.run(pipeline.actor(), unit(random));
                done++;
            } catch (WaggleException | Killed stopped) {
                // A rule refused the write, or the process died: the next write is another's.
            }
            observed();
        }
        return done;
    }

    private static Fault fault(String method, Random faults) {
        if (!method.equals("transactWriteItems")) {
            return Fault.NONE;
        }
        return switch (faults.nextInt(16)) {
            case 0 -> Fault.KILLED_BEFORE;
            case 1 -> Fault.KILLED_AFTER;
            case 2, 3 -> Fault.CONFLICT;
            default -> Fault.NONE;
        };
    }

    private Function<Write, Object> unit(Random random) {
        var value = BigDecimal.valueOf(random.nextInt(100, 1_000_000), 2);
        var stage = pipeline.stages().get(random.nextInt(3));
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
        var payments = records.all(Payment.RESOURCE);
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
            var isGivenUp = all.stream()
                    .anyMatch(payment -> payment.value().status() == PaymentStatus.CANCELLED
                            && !Objects.requireNonNull(payment.value().origin()).released());
            assertThat(standing).hasSizeBetween(isGivenUp ? 0 : 1, 1);
        } else {
            assertThat(standing).allMatch(payment -> payment.value().status() == PaymentStatus.PROCESSING);
        }
        assertThat(standing)
                .filteredOn(payment -> payment.value().status().isChangeable())
                .allSatisfy(
                        payment -> assertThat(payment.value().paymentValue()).isEqualByComparingTo(owed()));
        assertAdjustments(all);
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
        return Objects.requireNonNull(records.get(Deal.RESOURCE, deal).value().dealValue())
                .movePointLeft(1)
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    private void assertSums(List<Entity<Payment>> payments) {
        var counts = records.get(Deal.RESOURCE, deal).counts();
        assertThat(counts.get(Deal.TOTAL_COMMISSION)).isEqualByComparingTo(sum(payments, CommissionRaceTest::stands));
        for (var sums :
                Balance.of(records, partner, LocalDate.now(Clock.systemUTC())).data()) {
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

    private UUID deal() {
        var calculation = Map.of(
                "type",
                "recurring",
                "option",
                "percentage",
                "value",
                10,
                "period",
                "month",
                "occurrences",
                OCCURRENCES);
        var entry = Map.of("trigger", Map.of("stage_uuid", pipeline.won()), "calculation", calculation);
        var rule = Map.of("label", "Resellers", "partner_type", "reseller", "entries", List.of(entry));
        writes.run(
                pipeline.actor(),
                write -> write.create(CommissionRule.RESOURCE, Json.mapper().convertValue(rule, CommissionRule.class)));
        return writes.run(
                        pipeline.actor(),
                        write -> write.create(
                                Deal.RESOURCE,
                                DealBuilder.builder()
                                        .label("Deal")
                                        .dealValue(BigDecimal.valueOf(1_000))
                                        .partnerUuid(partner)
                                        .stageUuid(pipeline.won())
                                        .build()))
                .uuid();
    }
}
