package waggle.model.crm.mapping;

import java.util.List;
import waggle.model.crm.mapping.CrmMapping.OfField;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.sync.ObjectMapping;

/**
 * The mappings that a new connection has. They name only fields that every account of the CRM has, and match by fields that its
 * searches find.
 */
public final class DefaultMappings {
    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final String WEBSITE = "website_url";
    private static final String PHONE = "phone_number";
    private static final String DESCRIPTION = "description";

    private DefaultMappings() {}

    public static CrmMapping of(Provider provider) {
        return new CrmMapping(
                switch (provider) {
                    case HUBSPOT -> List.of(hubSpotPartners(), hubSpotLeads());
                    case PIPEDRIVE -> List.of(pipedrivePartners(), pipedriveLeads());
                    case SALESFORCE -> List.of(salesforcePartners(), salesforceLeads());
                });
    }

    private static OfResource partners(String object, List<String> match, List<OfField> fields) {
        return new OfResource(
                SyncedResource.PARTNER, object, Direction.BOTH, match, ObjectMapping.OnDelete.UNLINK, fields);
    }

    /** The contacts of a CRM are more than leads, so none becomes a lead unless the mapping is changed. */
    private static OfResource leads(String object, List<OfField> fields) {
        return new OfResource(
                SyncedResource.LEAD, object, Direction.TO_CRM, List.of(EMAIL), ObjectMapping.OnDelete.UNLINK, fields);
    }

    private static OfResource hubSpotPartners() {
        return partners(
                "companies",
                List.of("email_domain"),
                List.of(
                        OfField.of(NAME, "name"),
                        OfField.of("email_domain", "domain"),
                        OfField.of(WEBSITE, "website"),
                        OfField.of(PHONE, "phone"),
                        OfField.of(DESCRIPTION, "description")));
    }

    private static OfResource hubSpotLeads() {
        return leads(
                "contacts",
                List.of(
                        OfField.of(EMAIL, "email"),
                        OfField.of("first_name", "firstname"),
                        OfField.of("last_name", "lastname"),
                        OfField.of(PHONE, "phone")));
    }

    /** No search of Pipedrive finds the website of an organization. */
    private static OfResource pipedrivePartners() {
        return partners(
                "organizations", List.of(NAME), List.of(OfField.of(NAME, "name"), OfField.of(WEBSITE, "website")));
    }

    /** Pipedrive requires one name, and splits it into first and last name itself. */
    private static OfResource pipedriveLeads() {
        return leads(
                "persons",
                List.of(
                        OfField.of(EMAIL, "emails"),
                        OfField.toCrm(SyncedResource.FULL_NAME, "name"),
                        OfField.of(PHONE, "phones")));
    }

    private static OfResource salesforcePartners() {
        return partners(
                "Account",
                List.of(WEBSITE, NAME),
                List.of(
                        OfField.of(NAME, "Name"),
                        OfField.of(WEBSITE, "Website"),
                        OfField.of(PHONE, "Phone"),
                        OfField.of(DESCRIPTION, "Description")));
    }

    private static OfResource salesforceLeads() {
        return leads(
                "Lead",
                List.of(
                        OfField.of(EMAIL, "Email"),
                        OfField.of("company_name", "Company"),
                        OfField.of("first_name", "FirstName"),
                        OfField.of("last_name", "LastName"),
                        OfField.of(PHONE, "Phone")));
    }
}
