package waggle.model.crm.mapping;

import java.util.List;
import waggle.model.crm.mapping.CrmMapping.OfField;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.sync.ObjectMapping;

/** The mappings that a new connection has. They name only fields that every account of the CRM has. */
public final class DefaultMappings {
    private DefaultMappings() {}

    public static CrmMapping of(Provider provider) {
        return switch (provider) {
            case HUBSPOT -> new CrmMapping(List.of(hubSpotPartners(), hubSpotLeads()));
        };
    }

    private static OfResource hubSpotPartners() {
        return new OfResource(
                SyncedResource.PARTNER,
                "companies",
                Direction.BOTH,
                List.of("email_domain"),
                ObjectMapping.OnDelete.UNLINK,
                List.of(
                        OfField.of("name", "name"),
                        OfField.of("email_domain", "domain"),
                        OfField.of("website_url", "website"),
                        OfField.of("phone_number", "phone"),
                        OfField.of("description", "description")));
    }

    /** The contacts of a CRM are more than leads, so none becomes a lead unless the mapping is changed. */
    private static OfResource hubSpotLeads() {
        return new OfResource(
                SyncedResource.LEAD,
                "contacts",
                Direction.TO_CRM,
                List.of("email"),
                ObjectMapping.OnDelete.UNLINK,
                List.of(
                        OfField.of("email", "email"),
                        OfField.of("first_name", "firstname"),
                        OfField.of("last_name", "lastname"),
                        OfField.of("phone_number", "phone")));
    }
}
