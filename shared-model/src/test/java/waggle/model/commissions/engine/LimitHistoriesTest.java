package waggle.model.commissions.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.PartnerType;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.MaxPerPartner;
import waggle.model.commissions.facts.Seller;
import waggle.model.json.Json;
import waggle.model.leads.Attribution;

/** What a rule with a limit grants the deals of one partner after random histories. */
class LimitHistoriesTest {
    private static final Instant FIRST = Instant.parse("2026-01-31T10:00:00Z");
    private static final UUID RULE = new UUID(3, 1);
    private static final UUID PARTNER = new UUID(2, 0);

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void grants_afterAnyHistory_areWithinTheLimit(long seed) {
        for (var i = 0; i < Integer.getInteger("waggle.cases", 80); i++) {
            new History(seed + i).run();
        }
    }

    /** Three deals of one partner, under a random rule with a limit. */
    private static final class History {
        private final long seed;
        private final Random random;
        private final Ledger book = new Ledger();
        private final CommissionRule rule;
        private Instant day = FIRST;

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            var rules = new RandomRules(random);
            var json = Json.mapper().valueToTree(rules.rule("USD", 2));
            var measure = rules.any(List.of("amount", "units", "deals"));
            ((ObjectNode) json)
                    .putObject("max_per_partner")
                    .put("measure", measure)
                    .put("limit", measure.equals("amount") ? rules.money(2).add(BigDecimal.ONE) : BigDecimal.TWO)
                    .put("period", rules.any(List.of("month", "quarter", "half_year", "year", "rule")));
            rule = Json.mapper().convertValue(json, CommissionRule.class);
            book.rule(RULE, FIRST, rule);
            for (var i = 0; i < 3; i++) {
                var deal = book.deal(new UUID(9, i));
                deal.value = rules.money(2);
                deal.customFields.put("seats", random.nextInt(5));
                deal.customFields.put("paid", true);
                deal.sellers = List.of(new Seller(PARTNER, PartnerType.RESELLER, null, null, Attribution.Role.SOURCED));
                deal.shares = random.nextInt(3) == 0 ? rules.shares() : List.of();
            }
        }

        void run() {
            for (var step = 0; step < 12; step++) {
                var deal = book.deals().get(random.nextInt(3));
                happen(deal);
                var before = book.used();
                book.calculate(deal, day);
                assertThat(book.used()).as("seed %d", seed).allSatisfy((of, used) -> assertThat(used)
                        .isBetween(
                                before.getOrDefault(of, BigDecimal.ZERO),
                                Objects.requireNonNull(rule.maxPerPartner()).limit()));
                var again = Engine.run(book.inputs(deal, day)).plan();
                assertThat(again.size())
                        .as("a second plan %s, seed %d", again, seed)
                        .isZero();
                assertPaid();
                day = day.plus(Duration.ofDays(random.nextInt(50)));
            }
        }

        private void happen(Ledger.Deal deal) {
            switch (random.nextInt(5)) {
                case 0, 1 -> stage(deal, RandomRules.WON);
                case 2 -> stage(deal, RandomRules.LOST);
                case 3 -> deal.value = BigDecimal.valueOf(random.nextInt(50_000_000), 2);
                default -> deal.customFields.put("seats", random.nextInt(5));
            }
        }

        private void stage(Ledger.Deal deal, UUID stage) {
            deal.stage = stage;
            deal.isWon = stage.equals(RandomRules.WON);
            deal.closedAt = deal.isWon ? day : null;
        }

        /** What stands in a period is never more than an amount that limits it. */
        private void assertPaid() {
            var limit = Objects.requireNonNull(rule.maxPerPartner());
            if (limit.measure() == MaxPerPartner.Measure.AMOUNT) {
                var sums = new HashMap<Object, BigDecimal>();
                book.deals().stream()
                        .flatMap(deal -> deal.rows.stream())
                        .filter(row -> row.status != StandingPayment.Status.CANCELLED)
                        .forEach(row -> sums.merge(
                                List.of(
                                        row.made.place().recipient(),
                                        limit.period().start(row.made.dates().accruedOn())),
                                row.value,
                                BigDecimal::add));
                assertThat(sums.values()).as("seed %d", seed).allSatisfy(sum -> assertThat(sum)
                        .isLessThanOrEqualTo(limit.limit()));
            }
        }
    }
}
