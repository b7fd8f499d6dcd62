package waggle.model.commissions.facts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.PartnerType;
import waggle.model.leads.Attribution;

/**
 * A partner of a deal, as it is on the day on which a rule is chosen.
 *
 * @param role whether the partner sourced or influenced the deal
 */
public record Seller(
        UUID partner,
        PartnerType type,
        @Nullable UUID tier,
        @Nullable UUID category,
        Attribution.Role role) {}
