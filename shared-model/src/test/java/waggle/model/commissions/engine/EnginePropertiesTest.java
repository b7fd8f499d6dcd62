package waggle.model.commissions.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.PartnerType;
import waggle.model.commissions.engine.Engine.Line;
import waggle.model.commissions.facts.Seller;
import waggle.model.leads.Attribution;

/**
 * Random rules, deals and histories: a locked payment never changes, an occurrence is paid once or not at all, parts sum
 * exactly, and a second calculation does nothing. {@code -Dwaggle.cases=} sets their number.
 */
class EnginePropertiesTest {
    private static final UUID RULE = new UUID(3, 1);
    private static final Instant FIRST = Instant.parse("2026-01-31T10:00:00Z");
    private static final int CASES = Integer.getInteger("waggle.cases", 100);

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void payments_afterAnyHistory_areWhatIsOwed(long seed) {
        for (var i = 0; i < CASES; i++) {
            new History(seed + i).run();
        }
    }

    /** One deal and what happens to it. */
    private static final class History {
        private final long seed;
        private final Random random;
        private final RandomRules rules;
        private final Ledger ledger = new Ledger();
        private final Ledger.Deal deal = ledger.deal(new UUID(9, 9));
        private Instant now = FIRST;

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.rules = new RandomRules(random);
            deal.currency = rules.currency();
            deal.value = rules.money(digits());
            deal.stage = RandomRules.OPEN;
            deal.customFields.put("seats", random.nextInt(200));
            deal.customFields.put("paid", random.nextBoolean());
            deal.sellers = List.of(seller(0));
            deal.shares = random.nextInt(3) == 0 ? rules.shares() : List.of();
            ledger.rule(RULE, FIRST, rules.rule(deal.currency, digits()));
        }

        private static Seller seller(int number) {
            return new Seller(new UUID(2, number), PartnerType.RESELLER, null, null, Attribution.Role.SOURCED);
        }

        private int digits() {
            return Currency.getInstance(deal.currency).getDefaultFractionDigits();
        }

        void run() {
            for (var step = 0; step < 12; step++) {
                happen();
                var locked = locked();
                ledger.calculate(deal, now);
                assertThat(locked()).as("locked payments, seed %d", seed).containsAllEntriesOf(locked);
                assertNothingFollows();
                assertOwedOnce();
                now = now.plus(Duration.ofDays(random.nextInt(50)));
            }
        }

        private void happen() {
            switch (random.nextInt(10)) {
                case 0, 1 -> move(RandomRules.WON);
                case 2 -> move(RandomRules.LOST);
                case 3 -> move(rules.any(List.of(RandomRules.OPEN, RandomRules.QUALIFIED)));
                case 4 -> deal.value = rules.money(digits());
                case 5 -> deal.customFields.put("paid", random.nextBoolean());
                case 6 -> deal.customFields.put("seats", random.nextInt(200));
                case 7 -> {
                    if (locked().isEmpty()) {
                        deal.sellers = List.of(seller(random.nextInt(2)));
                    }
                }
                case 8 -> ledger.rule(RULE, FIRST, rules.rule(deal.currency, digits()));
                default -> pay();
            }
        }

        private void move(UUID stage) {
            var isWon = stage.equals(RandomRules.WON);
            deal.closedAt = isWon && deal.isWon ? deal.closedAt : isWon ? now : null;
            deal.isWon = isWon;
            deal.stage = stage;
        }

        /** Moves some payments on, as people do. */
        private void pay() {
            deal.rows.stream()
                    .filter(row -> random.nextInt(4) == 0)
                    .forEach(row -> row.status = switch (row.status) {
                        case PENDING, APPROVED ->
                            rules.any(List.of(StandingPayment.Status.APPROVED, StandingPayment.Status.PROCESSING));
                        case PROCESSING ->
                            rules.any(List.of(StandingPayment.Status.COMPLETED, StandingPayment.Status.FAILED));
                        case FAILED -> StandingPayment.Status.PROCESSING;
                        case COMPLETED, CANCELLED -> row.status;
                    });
        }

        /** Locked payments with their values; those that failed may be cancelled, since nobody was paid. */
        private Map<UUID, BigDecimal> locked() {
            return deal.rows.stream()
                    .filter(row -> row.status == StandingPayment.Status.PROCESSING
                            || row.status == StandingPayment.Status.COMPLETED)
                    .collect(Collectors.toMap(row -> row.uuid, row -> row.value));
        }

        private void assertNothingFollows() {
            var again = Engine.run(ledger.inputs(deal, now));
            assertThat(again.plan().size())
                    .as("a second plan %s, seed %d", again.plan(), seed)
                    .isZero();
            assertThat(again.state()).as("seed %d", seed).isEqualTo(deal.state);
        }

        /** At most one payment stands in a place, and what is open has the value that is owed. */
        private void assertOwedOnce() {
            var standing =
                    new Standing(deal.rows.stream().map(Ledger.Row::standing).toList());
            var places = new HashMap<Object, StandingPayment>();
            for (var payment : standing.all()) {
                if (payment.category() == StandingPayment.Category.COMMISSION) {
                    var place = payment.place();
                    var key = List.of(place.slot(), place.entry(), place.part(), place.occurrence(), place.recipient());
                    assertThat(places.put(key, payment))
                            .as("twice in %s, seed %d", key, seed)
                            .isNull();
                }
            }
            var inputs = ledger.inputs(deal, now);
            for (var part : new Owing(inputs, deal.state, 0).parts()) {
                var whole = part.whole();
                if (whole != null) {
                    assertWhole(part, whole.value(), standing);
                } else {
                    var limits = new Limits(inputs);
                    part.occurrences().stream()
                            .flatMap(occurrence -> part.lines(occurrence, limits).stream())
                            .forEach(line -> assertLine(line, standing));
                }
            }
        }

        private void assertLine(Line line, Standing standing) {
            standing.all().stream()
                    .filter(payment -> payment.isOpen() && line.isOf(payment))
                    .forEach(payment -> assertThat(payment.value())
                            .as("open payment of %s, seed %d", line, seed)
                            .isEqualByComparingTo(line.value()));
        }

        private void assertWhole(OwedPart part, BigDecimal whole, Standing standing) {
            var sum = standing.in(part.slot()).stream()
                    .filter(payment -> payment.place().isOf(part.slot(), part.entry(), part.type()))
                    .map(StandingPayment::value)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as("sum of a spread, seed %d", seed).isEqualByComparingTo(whole);
        }
    }
}
