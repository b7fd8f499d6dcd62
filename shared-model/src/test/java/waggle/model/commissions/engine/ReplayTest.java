package waggle.model.commissions.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.PartnerType;
import waggle.model.commissions.CommissionShare;
import waggle.model.commissions.engine.StandingPayment.Status;
import waggle.model.commissions.facts.Seller;
import waggle.model.leads.Attribution;

/**
 * A history of a deal that is replayed in one go, or step by step with calculations of the days in between, ends with the same
 * payments and the same state. {@code -Dwaggle.cases=} sets the number of histories.
 */
class ReplayTest {
    private static final int CASES = Integer.getInteger("waggle.cases", 100);
    private static final int STEPS = 10;

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void history_inOneGoOrStepByStep_endsTheSame(long seed) {
        for (var i = 0; i < CASES; i++) {
            var histories = new Histories(seed + i);
            for (var step = 0; step < STEPS; step++) {
                histories.happen();
                histories.assertSame();
            }
        }
    }

    /** One deal in two ledgers: what happens to it is the same, and one of them calculates more often. */
    private static final class Histories {
        private final long seed;
        private final Random random;
        private final RandomRules rules;
        private final List<Ledger> ledgers = List.of(new Ledger(), new Ledger());
        private Instant now = Instant.parse("2026-01-31T10:00:00Z");

        Histories(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.rules = new RandomRules(random);
            var currency = rules.currency();
            var digits = Currency.getInstance(currency).getDefaultFractionDigits();
            var rule = rules.rule(currency, digits);
            var shares = random.nextInt(3) == 0 ? rules.shares() : List.<CommissionShare>of();
            var value = rules.money(digits);
            both(deal -> {
                deal.currency = currency;
                deal.value = value;
                deal.stage = RandomRules.OPEN;
                deal.customFields.put("seats", 7);
                deal.customFields.put("paid", true);
                deal.shares = shares;
                deal.sellers =
                        List.of(new Seller(new UUID(2, 0), PartnerType.RESELLER, null, null, Attribution.Role.SOURCED));
            });
            ledgers.forEach(ledger -> ledger.rule(new UUID(3, 1), now, rule));
        }

        private static Ledger.Deal deal(Ledger ledger) {
            return ledger.deal(new UUID(9, 9));
        }

        private Ledger coarse() {
            return ledgers.getFirst();
        }

        private Ledger fine() {
            return ledgers.getLast();
        }

        private void both(Consumer<Ledger.Deal> change) {
            ledgers.forEach(ledger -> change.accept(deal(ledger)));
        }

        /** Time goes on, in one of the ledgers with calculations; then something happens in both. */
        void happen() {
            var then = now.plus(Duration.ofDays(random.nextInt(70)));
            for (; now.isBefore(then); now = now.plus(Duration.ofDays(1 + random.nextInt(9)))) {
                fine().calculate(deal(fine()), now);
            }
            both(change());
            ledgers.forEach(ledger -> ledger.calculate(deal(ledger), now));
        }

        private Consumer<Ledger.Deal> change() {
            var digits = Currency.getInstance(deal(coarse()).currency).getDefaultFractionDigits();
            var value = rules.money(digits);
            var seats = random.nextInt(200);
            var isPaid = random.nextBoolean();
            return switch (random.nextInt(9)) {
                case 0, 1 -> move(RandomRules.WON);
                case 2 -> move(RandomRules.LOST);
                case 3 -> move(rules.any(List.of(RandomRules.OPEN, RandomRules.QUALIFIED)));
                case 4 -> deal -> deal.value = value;
                case 5 -> deal -> deal.customFields.put("paid", isPaid);
                case 6 -> deal -> deal.customFields.put("seats", seats);
                default -> pay();
            };
        }

        private Consumer<Ledger.Deal> move(UUID stage) {
            var isWon = stage.equals(RandomRules.WON);
            return deal -> {
                deal.closedAt = isWon && deal.isWon ? deal.closedAt : isWon ? now : null;
                deal.isWon = isWon;
                deal.stage = stage;
            };
        }

        /** Moves the same payments in both ledgers. */
        private Consumer<Ledger.Deal> pay() {
            var moves = new HashMap<Object, Status>();
            deal(coarse()).rows.stream().filter(row -> random.nextInt(4) == 0).forEach(row -> next(row.status)
                    .ifPresent(status -> moves.put(key(deal(coarse()), row), status)));
            return deal -> standing(deal).forEach(row -> row.status = moves.getOrDefault(key(deal, row), row.status));
        }

        private Optional<Status> next(Status status) {
            return switch (status) {
                case PENDING, APPROVED -> Optional.of(rules.any(List.of(Status.APPROVED, Status.PROCESSING)));
                case PROCESSING -> Optional.of(rules.any(List.of(Status.COMPLETED, Status.FAILED)));
                case FAILED -> Optional.of(Status.PROCESSING);
                case COMPLETED, CANCELLED -> Optional.empty();
            };
        }

        void assertSame() {
            assertThat(lines(fine())).as("payments, seed %d", seed).isEqualTo(lines(coarse()));
            assertThat(state(fine())).as("state, seed %d", seed).isEqualTo(state(coarse()));
        }

        /** What is remembered; without the days of looking up rates, and the numbers of generations, which count payments. */
        private static CommissionState state(Ledger ledger) {
            var state = deal(ledger).state;
            return state.with(state.assignments().stream()
                    .map(assignment -> new Assignment(
                            assignment.slot(),
                            assignment.ruleUuid(),
                            assignment.version(),
                            assignment.partner(),
                            assignment.why(),
                            assignment.entries().stream()
                                    .map(entry -> new EntryState(
                                            entry.anchor(), 0, entry.ended(), entry.isOfWonDeal(), false))
                                    .toList(),
                            List.of(),
                            null))
                    .toList());
        }

        /** What stands, whatever was cancelled before. */
        private static List<String> lines(Ledger ledger) {
            var deal = deal(ledger);
            return standing(deal)
                    .map(row -> "%s: %s %s, accrued on %s, due on %s"
                            .formatted(
                                    key(deal, row),
                                    row.value.stripTrailingZeros().toPlainString(),
                                    row.status,
                                    row.made.dates().accruedOn(),
                                    row.made.dates().dueOn()))
                    .sorted()
                    .toList();
        }

        private static Stream<Ledger.Row> standing(Ledger.Deal deal) {
            return deal.rows.stream().filter(row -> row.status != Status.CANCELLED);
        }

        /** The place of a payment, and that of the one which it takes back. */
        private static Object key(Ledger.Deal deal, Ledger.Row row) {
            var place = row.made.place();
            return Arrays.asList(
                    place.slot(),
                    place.entry(),
                    place.part(),
                    place.occurrence(),
                    place.recipient(),
                    row.made.category(),
                    taken(deal, row.made.adjusts()));
        }

        private static Object taken(Ledger.Deal deal, @Nullable UUID adjusts) {
            return deal.rows.stream()
                    .filter(row -> row.uuid.equals(adjusts))
                    .findFirst()
                    .<Object>map(row -> key(deal, row))
                    .orElse("nothing");
        }
    }
}
