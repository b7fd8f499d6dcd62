package waggle.acceptance.crm;

import waggle.model.crm.mapping.Provider;

/** The names that a CRM has for what the tests of all CRMs write. */
record CrmNames(String companies, String name, String website, String contacts, String email, String lastName) {
    static CrmNames of(Provider provider) {
        return switch (provider) {
            case HUBSPOT -> new CrmNames("companies", "name", "website", "contacts", "email", "lastname");
            case PIPEDRIVE -> new CrmNames("organizations", "name", "website", "persons", "emails", "name");
            case SALESFORCE -> new CrmNames("Account", "Name", "Website", "Lead", "Email", "LastName");
        };
    }
}
