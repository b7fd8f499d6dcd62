package waggle.model.crm.mapping;

import static waggle.model.crm.mapping.CrmMapping.OfField.both;
import static waggle.model.crm.mapping.CrmMapping.OfField.mapped;
import static waggle.model.crm.mapping.CrmMapping.OfField.toCrm;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import waggle.model.crm.mapping.CrmMapping.OfField;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.Wins;
import waggle.model.crm.sync.ObjectMapping;

/**
 * The mappings that a new connection has. They name only fields and stages that every account of the CRM has at first, and match
 * by fields that its searches find.
 */
public final class DefaultMappings {
    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final String WEBSITE = "website_url";
    private static final String PHONE = "phone_number";
    private static final String FIRST_NAME = "first_name";
    private static final String LAST_NAME = "last_name";

    private DefaultMappings() {}

    public static CrmMapping of(Provider provider) {
        return new CrmMapping(
                switch (provider) {
                    case HUBSPOT -> hubSpot();
                    case PIPEDRIVE -> pipedrive();
                    case SALESFORCE -> salesforce();
                });
    }

    private static OfResource partners(String object, List<String> match, OfField... fields) {
        return OfResource.of(SyncedResource.PARTNER, object, Direction.BOTH, match, List.of(fields));
    }

    /** The contacts of partners only: Waggle makes no contact of a person whose company is no partner. */
    private static OfResource contacts(String object, OfField... fields) {
        return OfResource.of(SyncedResource.CONTACT, object, Direction.BOTH, List.of(EMAIL), List.of(fields));
    }

    /** The contacts of a CRM are more than leads, so none becomes a lead unless the mapping is changed. */
    private static OfResource leads(String object, OfField... fields) {
        return OfResource.of(SyncedResource.LEAD, object, Direction.TO_CRM, List.of(EMAIL), List.of(fields));
    }

    /** Most deals of a CRM have no partner, so none becomes a deal unless the mapping is changed. */
    private static OfResource deals(String object, OfField... fields) {
        return OfResource.of(SyncedResource.DEAL, object, Direction.TO_CRM, List.of(), List.of(fields));
    }

    /** A note is Waggle's: it is archived in the CRM after its deletion. */
    private static OfResource notes(String object, OfField... fields) {
        return new OfResource(
                SyncedResource.NOTE,
                object,
                Direction.TO_CRM,
                List.of(),
                ObjectMapping.OnDelete.ARCHIVE,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                List.of(fields));
    }

    private static OfField phase(String remote, String discovery, String negotiation, String won, String lost) {
        var values = Map.of("discovery", discovery, "negotiation", negotiation, "closed_won", won, "closed_lost", lost);
        return mapped(SyncedResource.PHASE, remote, values);
    }

    private static List<OfResource> hubSpot() {
        var owner = both(SyncedResource.OWNER, "hubspot_owner_id");
        return List.of(
                partners(
                        "companies",
                        List.of("email_domain"),
                        both(NAME, "name"),
                        both("email_domain", "domain"),
                        both(WEBSITE, "website"),
                        both(PHONE, "phone"),
                        both("description", "description"),
                        owner),
                contacts(
                        "contacts",
                        both(EMAIL, "email"),
                        both(FIRST_NAME, "firstname"),
                        both(LAST_NAME, "lastname"),
                        both("position", "jobtitle"),
                        both(PHONE, "phone"),
                        both(SyncedResource.PARENT, "associatedcompanyid")),
                leads(
                        "contacts",
                        both(EMAIL, "email"),
                        both(FIRST_NAME, "firstname"),
                        both(LAST_NAME, "lastname"),
                        both(PHONE, "phone"),
                        owner),
                deals(
                        "deals",
                        both("label", "dealname"),
                        both("deal_value", "amount"),
                        both("expected_close_date", "closedate"),
                        phase("dealstage", "appointmentscheduled", "contractsent", "closedwon", "closedlost"),
                        both(SyncedResource.PARENT, "hs_primary_associated_company"),
                        owner),
                notes(
                        "notes",
                        toCrm("content", "hs_note_body"),
                        toCrm("created_at", "hs_timestamp"),
                        toCrm(SyncedResource.PARENT, "companies"),
                        toCrm(SyncedResource.LEAD_OF_NOTE, "contacts"),
                        toCrm(SyncedResource.DEAL_OF_NOTE, "deals")));
    }

    /**
     * No search of Pipedrive finds the website of an organization. Pipedrive requires one name of a person, and splits it into
     * first and last name itself. Whether a deal is won stands in its status, apart from its stage.
     */
    private static List<OfResource> pipedrive() {
        var owner = both(SyncedResource.OWNER, "owner_id");
        return List.of(
                partners("organizations", List.of(NAME), both(NAME, "name"), both(WEBSITE, "website"), owner),
                contacts(
                        "persons",
                        both(EMAIL, "emails"),
                        toCrm(SyncedResource.FULL_NAME, "name"),
                        OfField.fromCrm(FIRST_NAME, "first_name"),
                        OfField.fromCrm(LAST_NAME, "last_name"),
                        both(PHONE, "phones"),
                        both(SyncedResource.PARENT, "org_id")),
                leads(
                        "persons",
                        both(EMAIL, "emails"),
                        toCrm(SyncedResource.FULL_NAME, "name"),
                        both(PHONE, "phones"),
                        owner),
                deals(
                        "deals",
                        both("label", "title"),
                        both("deal_value", "value"),
                        both("currency_code", "currency"),
                        both("expected_close_date", "expected_close_date"),
                        phase("status", "open", "open", "won", "lost"),
                        both(SyncedResource.PARENT, "org_id"),
                        owner),
                notes(
                        "notes",
                        toCrm("content", "content"),
                        toCrm(SyncedResource.PARENT, "org_id"),
                        toCrm(SyncedResource.LEAD_OF_NOTE, "person_id"),
                        toCrm(SyncedResource.DEAL_OF_NOTE, "deal_id")));
    }

    private static List<OfResource> salesforce() {
        var owner = both(SyncedResource.OWNER, "OwnerId");
        return List.of(
                partners(
                        "Account",
                        List.of(WEBSITE, NAME),
                        both(NAME, "Name"),
                        both(WEBSITE, "Website"),
                        both(PHONE, "Phone"),
                        both("description", "Description"),
                        owner),
                contacts(
                        "Contact",
                        both(EMAIL, "Email"),
                        both(FIRST_NAME, "FirstName"),
                        both(LAST_NAME, "LastName"),
                        both("position", "Title"),
                        both(PHONE, "Phone"),
                        both(SyncedResource.PARENT, "AccountId")),
                leads(
                        "Lead",
                        both(EMAIL, "Email"),
                        both("company_name", "Company"),
                        both(FIRST_NAME, "FirstName"),
                        both(LAST_NAME, "LastName"),
                        both(PHONE, "Phone"),
                        owner),
                deals(
                        "Opportunity",
                        both("label", "Name"),
                        both("deal_value", "Amount"),
                        toCrm(SyncedResource.CLOSE_DATE, "CloseDate"),
                        phase("StageName", "Prospecting", "Negotiation/Review", "Closed Won", "Closed Lost"),
                        both(SyncedResource.PARENT, "AccountId"),
                        owner),
                notes(
                        "Task",
                        toCrm(SyncedResource.TITLE, "Subject"),
                        toCrm("content", "Description"),
                        new OfField(
                                SyncedResource.KIND,
                                "Status",
                                Direction.TO_CRM,
                                null,
                                Wins.LATEST,
                                new TreeMap<>(Map.of("note", "Completed"))),
                        toCrm(SyncedResource.PARTNER_OR_DEAL, "WhatId"),
                        toCrm(SyncedResource.LEAD_OF_NOTE, "WhoId")));
    }
}
