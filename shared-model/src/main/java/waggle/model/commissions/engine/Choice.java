package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionRule.PaymentTarget;
import waggle.model.commissions.facts.DealFacts;
import waggle.model.commissions.facts.Seller;
import waggle.model.commissions.facts.VersionedRule;
import waggle.model.leads.Attribution;

/**
 * Chooses the rules of a deal: the most specific one for each target, and every bonus rule (docs/commissions.md,
 * "The rule of a deal").
 */
final class Choice {
    private static final Comparator<VersionedRule> FIRST = Comparator.<VersionedRule>comparingInt(
                    fit -> -specificity(fit.rule()))
            .thenComparing(VersionedRule::createdAt, Comparator.reverseOrder())
            .thenComparing(fit -> fit.uuid().toString());

    private final List<VersionedRule> rules;
    private final DealFacts deal;
    private final LocalDate day;

    Choice(List<VersionedRule> rules, DealFacts deal, LocalDate day) {
        this.rules = rules;
        this.deal = deal;
        this.day = day;
    }

    /**
     * A rule that was chosen.
     *
     * @param slot what the rule is chosen for; one rule at a time stands in a slot
     * @param why it was chosen
     */
    record Chosen(String slot, UUID partner, VersionedRule rule, String why) {}

    List<Chosen> all() {
        var chosen = new ArrayList<Chosen>();
        for (var seller : deal.sellers()) {
            var fitting =
                    rules.stream().filter(rule -> fits(rule.rule(), seller)).toList();
            for (var target : PaymentTarget.values()) {
                fitting.stream()
                        .filter(rule -> !rule.rule().isBonus() && rule.rule().paymentTarget() == target)
                        .min(FIRST)
                        .ifPresent(rule -> chosen.add(
                                new Chosen(slot(target, seller), seller.partner(), rule, why(rule, fitting))));
            }
            fitting.stream()
                    .filter(rule -> rule.rule().isBonus())
                    .sorted(FIRST)
                    .forEach(rule -> chosen.add(new Chosen(
                            "bonus " + rule.uuid() + of(seller),
                            seller.partner(),
                            rule,
                            "%s is a bonus that is paid besides.".formatted(rule.titled()))));
        }
        return chosen;
    }

    static String slot(PaymentTarget target, Seller seller) {
        return (target == PaymentTarget.PARTNER ? Assignment.PARTNER : Assignment.INDIVIDUAL) + of(seller);
    }

    /** The sourcing partner may change; each partner that influenced the deal is paid for itself. */
    private static String of(Seller seller) {
        return seller.role() == Attribution.Role.SOURCED ? "" : " " + seller.partner();
    }

    private boolean fits(CommissionRule rule, Seller seller) {
        return rule.partnerType() == seller.type()
                && rule.attributionRole() == seller.role()
                && names(rule.tierUuids(), seller.tier())
                && names(rule.categoryUuids(), seller.category())
                && names(rule.partnerUuids(), seller.partner())
                && (rule.currencyCode() == null || rule.currencyCode().equals(deal.currency()))
                && isWithin(rule.minDealValue(), rule.maxDealValue())
                && (rule.validFrom() == null || !day.isBefore(rule.validFrom()))
                && (rule.validUntil() == null || !day.isAfter(rule.validUntil()))
                && (rule.registered() == null || rule.registered() == isRegistered());
    }

    private static boolean names(List<UUID> named, @Nullable UUID one) {
        return named.isEmpty() || (one != null && named.contains(one));
    }

    private boolean isWithin(@Nullable BigDecimal least, @Nullable BigDecimal below) {
        if (least == null && below == null) {
            return true;
        }
        var value = deal.value();
        return value != null
                && (least == null || value.compareTo(least) >= 0)
                && (below == null || value.compareTo(below) < 0);
    }

    private boolean isRegistered() {
        return deal.protectedUntil() != null
                && (deal.closedAt() == null || !deal.protectedUntil().isBefore(deal.closedAt()));
    }

    private static int specificity(CommissionRule rule) {
        if (!rule.partnerUuids().isEmpty()) {
            return 4;
        }
        return (rule.tierUuids().isEmpty() ? 0 : 2) + (rule.categoryUuids().isEmpty() ? 0 : 1);
    }

    private static String why(VersionedRule chosen, List<VersionedRule> fitting) {
        var others = fitting.stream()
                .filter(rule -> !rule.rule().isBonus()
                        && rule.rule().paymentTarget() == chosen.rule().paymentTarget())
                .filter(rule -> !rule.equals(chosen))
                .sorted(FIRST)
                .toList();
        if (others.isEmpty()) {
            return "%s is the only one that fits the deal.".formatted(chosen.titled());
        }
        var second = others.getFirst();
        return "%s comes before rule \"%s\", because it is %s."
                .formatted(chosen.titled(), second.rule().label(), reason(chosen, second));
    }

    private static String reason(VersionedRule chosen, VersionedRule second) {
        if (specificity(chosen.rule()) != specificity(second.rule())) {
            return "more specific: it names "
                    + switch (specificity(chosen.rule())) {
                        case 4 -> "the partner";
                        case 3 -> "the tier and the category";
                        case 2 -> "the tier";
                        default -> "the category";
                    };
        }
        return same(VersionedRule::createdAt, chosen, second)
                ? "as specific and as new, and has the smaller uuid"
                : "as specific, and newer";
    }

    private static <V> boolean same(Function<VersionedRule, V> value, VersionedRule one, VersionedRule other) {
        return value.apply(one).equals(value.apply(other));
    }
}
