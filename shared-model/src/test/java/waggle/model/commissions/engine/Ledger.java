package waggle.model.commissions.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionShare;
import waggle.model.commissions.facts.Allowance;
import waggle.model.commissions.facts.DealFacts;
import waggle.model.commissions.facts.Grant;
import waggle.model.commissions.facts.RuleVersion;
import waggle.model.commissions.facts.Seller;
import waggle.model.commissions.facts.VersionedRule;
import waggle.model.commissions.pricing.Sales;
import waggle.model.json.Json;

/** Deals, rules and payments in memory: what storage does, without storage. */
final class Ledger {
    private final Map<UUID, List<VersionedRule>> rules = new LinkedHashMap<>();
    private final Map<UUID, Deal> deals = new LinkedHashMap<>();
    private final Map<Allowance, BigDecimal> used = new LinkedHashMap<>();
    private long payments;

    /** A deal as it is now. */
    static final class Deal {
        final UUID uuid;

        @Nullable
        BigDecimal value;

        String currency = "USD";
        UUID stage = new UUID(0, 0);
        boolean isWon;

        @Nullable
        Instant closedAt;

        ObjectNode customFields = Json.mapper().createObjectNode();
        List<Seller> sellers = List.of();
        List<CommissionShare> shares = List.of();

        @Nullable
        UUID owner;

        @Nullable
        Instant protectedUntil;

        CommissionState state = CommissionState.NEW;
        final List<Row> rows = new ArrayList<>();

        Deal(UUID uuid) {
            this.uuid = uuid;
        }

        DealFacts facts() {
            return new DealFacts(
                    uuid,
                    value,
                    currency,
                    stage,
                    isWon,
                    closedAt,
                    customFields,
                    sellers,
                    shares,
                    null,
                    owner,
                    protectedUntil);
        }

        BigDecimal total() {
            return rows.stream()
                    .filter(row -> row.status != StandingPayment.Status.CANCELLED)
                    .map(row -> row.value)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** A payment as it is now. */
    static final class Row {
        final UUID uuid;
        final NewPayment made;
        BigDecimal value;
        RuleVersion rule;
        BigDecimal granted;
        StandingPayment.Status status = StandingPayment.Status.PENDING;
        boolean isReleased;

        Row(UUID uuid, NewPayment made) {
            this.uuid = uuid;
            this.made = made;
            this.value = made.value();
            this.rule = made.rule();
            this.granted = total(made.grant(), BigDecimal.ZERO);
        }

        private void reprice(Plan.Repriced repriced) {
            value = repriced.value();
            rule = repriced.rule();
            granted = total(repriced.grant(), granted);
        }

        private static BigDecimal total(@Nullable Grant grant, BigDecimal before) {
            return grant == null ? before : grant.total();
        }

        StandingPayment standing() {
            return new StandingPayment(
                    uuid,
                    made.place(),
                    rule,
                    made.category(),
                    value,
                    status,
                    made.dates().accruedOn(),
                    made.adjusts(),
                    isReleased,
                    granted);
        }
    }

    Deal deal(UUID uuid) {
        return deals.computeIfAbsent(uuid, Deal::new);
    }

    List<Deal> deals() {
        return List.copyOf(deals.values());
    }

    /** What payments were granted of the limits of rules. */
    Map<Allowance, BigDecimal> used() {
        return Map.copyOf(used);
    }

    /** Gives a partner another tier or category. */
    void partner(UUID partner, UnaryOperator<Seller> change) {
        deals.values()
                .forEach(deal -> deal.sellers = deal.sellers.stream()
                        .map(seller -> seller.partner().equals(partner) ? change.apply(seller) : seller)
                        .toList());
    }

    /** Adds a version of a rule. */
    void rule(UUID uuid, Instant createdAt, CommissionRule rule) {
        var versions = rules.computeIfAbsent(uuid, unused -> new ArrayList<>());
        versions.add(new VersionedRule(uuid, versions.size() + 1, createdAt, rule));
    }

    VersionedRule latest(UUID uuid) {
        return Objects.requireNonNull(rules.get(uuid)).getLast();
    }

    /** Calculates a deal, and then those whose price depends on the partner's other deals. */
    void calculate(Deal deal, Instant now) {
        var parts = apply(deal, now);
        for (var other : deals.values()) {
            if (other != deal && parts.stream().anyMatch(part -> has(other, part))) {
                apply(other, now);
            }
        }
    }

    private static boolean has(Deal deal, Assignment with) {
        return deal.state.assignments().stream()
                .anyMatch(assignment -> assignment.partner().equals(with.partner())
                        && Objects.equals(assignment.ruleUuid(), with.ruleUuid()));
    }

    private List<Assignment> apply(Deal deal, Instant now) {
        var all = new ArrayList<>(deal.state.assignments());
        while (!applied(deal, now)) {
            all.addAll(deal.state.assignments());
        }
        all.addAll(deal.state.assignments());
        return all;
    }

    /** Whether nothing follows. */
    private boolean applied(Deal deal, Instant now) {
        var outcome = Engine.run(inputs(deal, now));
        deal.state = outcome.state();
        outcome.plan().cancelled().forEach(uuid -> {
            row(deal, uuid).status = StandingPayment.Status.CANCELLED;
            row(deal, uuid).isReleased = true;
        });
        outcome.plan().repriced().forEach(repriced -> row(deal, repriced.payment())
                .reprice(repriced));
        outcome.plan().grants().forEach(grant -> used.merge(grant.of(), grant.more(), BigDecimal::add));
        outcome.plan().made().forEach(made -> deal.rows.add(new Row(new UUID(1, payments++), made)));
        return outcome.isOver();
    }

    Inputs inputs(Deal deal, Instant now) {
        return new Inputs(
                deal.state,
                deal.facts(),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                ZoneId.of("UTC"),
                rules.values().stream().map(List::getLast).toList(),
                (uuid, version) -> Objects.requireNonNull(rules.get(uuid)).get(version - 1),
                assignment -> sales(deal, assignment),
                of -> used.getOrDefault(of, BigDecimal.ZERO),
                deal.rows.stream().map(Row::standing).toList());
    }

    private Sales sales(Deal own, Assignment assignment) {
        return new Sales(deals.values().stream()
                .filter(deal -> deal.isWon && deal.currency.equals(own.currency))
                .filter(deal -> deal == own || has(deal, assignment))
                .map(deal -> new Sales.Sale(
                        deal.uuid,
                        Objects.requireNonNull(deal.closedAt),
                        LocalDate.ofInstant(deal.closedAt, ZoneOffset.UTC),
                        Objects.requireNonNullElse(deal.value, BigDecimal.ZERO)))
                .toList());
    }

    private static Row row(Deal deal, UUID uuid) {
        return deal.rows.stream()
                .filter(row -> row.uuid.equals(uuid))
                .findFirst()
                .orElseThrow();
    }
}
