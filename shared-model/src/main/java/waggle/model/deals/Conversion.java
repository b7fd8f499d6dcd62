package waggle.model.deals;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.leads.Lead;
import waggle.model.records.Entity;

/** Converts a lead into a deal (docs/api.md, "Leads, deals and notes"). */
public final class Conversion {
    private Conversion() {}

    /**
     * Creates the first deal of a lead, which converts the lead.
     *
     * @param deal with the lead's uuid
     * @throws WaggleException {@link ErrorCode#CONFLICT} if the lead has a deal
     */
    public static Entity<Deal> convert(Write write, UUID lead, Deal deal) {
        var converted = write.get(Lead.RESOURCE, lead).value();
        if (converted.isConverted()) {
            var of = deals(write, lead)
                    .findFirst()
                    .map(uuid -> " into deal " + uuid)
                    .orElse("");
            throw WaggleException.conflict("%s is converted%s; further deals are made with POST /v1/deals"
                    .formatted(Lead.RESOURCE.titled(converted), of));
        }
        return write.create(Deal.RESOURCE, deal);
    }

    private static Stream<String> deals(Write write, UUID lead) {
        return write.item(Lead.RESOURCE, lead).flatMap(item -> Optional.ofNullable(item.get(DealOfLead.DEALS))).stream()
                .flatMap(deals -> deals.ss().stream())
                .sorted();
    }
}
