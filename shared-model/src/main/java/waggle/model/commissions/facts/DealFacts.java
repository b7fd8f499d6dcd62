package waggle.model.commissions.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionShare;

/**
 * What a commission depends on in a deal.
 *
 * @param value the value; null of a deal without one
 * @param currency ISO 4217
 * @param stage the stage in which it is; null for a preview, where it is in whichever stage a trigger names
 * @param isWon whether that is a stage of phase closed_won
 * @param closedAt when it was closed; null while it is open
 * @param customFields by key
 * @param sellers the sourcing partner first, then those that influenced it
 * @param shares who shares the commission of the sourcing partner; empty if it has all of it
 * @param leadCreator the user who made the lead
 * @param owner the first user of the deal
 * @param protectedUntil the end of the protection of the lead's approved registration
 */
public record DealFacts(
        UUID uuid,
        @Nullable BigDecimal value,
        String currency,
        @Nullable UUID stage,
        boolean isWon,
        @Nullable Instant closedAt,
        ObjectNode customFields,
        List<Seller> sellers,
        List<CommissionShare> shares,
        @Nullable UUID leadCreator,
        @Nullable UUID owner,
        @Nullable Instant protectedUntil) {

    /** Whether the deal is in a stage. */
    public boolean isIn(UUID other) {
        return stage == null || stage.equals(other);
    }

    /** The person whom a rule pays; null if the deal has none, or if people are named by hand. */
    public @Nullable UUID person(CommissionRule rule) {
        return Optional.ofNullable(rule.recipient())
                .map(recipient -> switch (recipient) {
                    case LEAD_CREATOR -> leadCreator;
                    case DEAL_OWNER -> owner;
                    case MANUAL -> null;
                })
                .orElse(null);
    }

    /** Whether a field of type boolean is true. */
    public boolean isTrue(String fieldKey) {
        return customFields.path(fieldKey).asBoolean(false);
    }
}
