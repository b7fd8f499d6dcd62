package waggle.model.deals;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.WaggleException;
import waggle.model.commissions.stored.DealCommission;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;

/**
 * A write that changes what the commission of a deal depends on calculates it again. The first payments lie in the same
 * transaction, the others follow (docs/commissions.md, "Payments of a deal").
 */
final class CommissionOfDeal implements Rule<Deal> {

    @Override
    public void follow(Write write, @Nullable Entity<Deal> before, @Nullable Entity<Deal> after) {
        if (after == null) {
            forget(write, Objects.requireNonNull(before).uuid());
        } else if (before == null ? hasPartner(after.value()) : isConcerned(before.value(), after.value())) {
            var calculation = new CommissionCalculation(write, after.uuid(), after.value());
            if (before != null
                    && !before.value().commissionShares().equals(after.value().commissionShares())) {
                requireShareable(calculation, before.value());
            }
            calculation.settle(room(after.value()));
        }
    }

    private static void forget(Write write, UUID deal) {
        write.find(DealCommission.RESOURCE, deal)
                .ifPresent(commission -> write.remove(DealCommission.RESOURCE, deal, Precondition.NONE));
    }

    private static boolean hasPartner(Deal deal) {
        return deal.partnerUuid() != null || !deal.attributions().isEmpty();
    }

    private static boolean isConcerned(Deal before, Deal after) {
        return (hasPartner(before) || hasPartner(after)) && !concerns(before).equals(concerns(after));
    }

    /** What a commission depends on in a deal. */
    private static List<@Nullable Object> concerns(Deal deal) {
        return Arrays.asList(
                deal.stageUuid(),
                deal.stagePhase(),
                deal.dealValue(),
                deal.currencyCode(),
                deal.partnerUuid(),
                deal.attributions(),
                deal.commissionShares(),
                deal.assignedUserUuids(),
                deal.customFields());
    }

    private static void requireShareable(CommissionCalculation calculation, Deal deal) {
        if (calculation.hasLockedPayments()) {
            throw WaggleException.conflict(
                    "The commission_shares of %s cannot be changed, since a payment is processing or was paid"
                            .formatted(Deal.RESOURCE.titled(deal)));
        }
    }

    /** The payments for which a transaction has room, beside the deal and everything that the deal refers to. */
    private static int room(Deal deal) {
        var references = deal.tagUuids().size()
                + deal.assignedUserUuids().size()
                + deal.attributions().size()
                + deal.externalIds().size()
                + deal.commissionShares().size() * 2
                + deal.customFields().size();
        return Math.max(0, Math.min(CommissionCalculation.PORTION, (60 - references) / 4));
    }
}
