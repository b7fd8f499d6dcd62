package waggle.model.crm.mapping;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import waggle.model.crm.merge.Form;
import waggle.model.deals.Deal;
import waggle.model.declaration.Resource;
import waggle.model.leads.Lead;
import waggle.model.notes.Note;
import waggle.model.partners.Contact;
import waggle.model.partners.Partner;

/** The resources of Waggle that are synchronised. A resource stands after those that its records refer to. */
public enum SyncedResource {
    PARTNER(
            Partner.RESOURCE,
            Map.ofEntries(
                    entry("name", Form.TEXT),
                    entry("partner_type", Form.TEXT),
                    entry("status", Form.TEXT),
                    entry("email", Form.NAME),
                    entry("email_domain", Form.NAME),
                    entry("website_url", Form.URL),
                    entry("phone_number", Form.TEXT),
                    entry("description", Form.TEXT),
                    entry("country_code", Form.TEXT),
                    entry(SyncedResource.STAGE, Form.TEXT),
                    entry(SyncedResource.OWNER, Form.NAME)),
            Map.of("partner_type", "referral")),
    CONTACT(
            Contact.RESOURCE,
            Map.ofEntries(
                    entry("email", Form.NAME),
                    entry("first_name", Form.TEXT),
                    entry("last_name", Form.TEXT),
                    entry(SyncedResource.FULL_NAME, Form.TEXT),
                    entry("position", Form.TEXT),
                    entry("phone_number", Form.TEXT),
                    entry(SyncedResource.PARENT, Form.TEXT)),
            Map.of()),
    LEAD(
            Lead.RESOURCE,
            Map.ofEntries(
                    entry("company_name", Form.TEXT),
                    entry("email", Form.NAME),
                    entry("first_name", Form.TEXT),
                    entry("last_name", Form.TEXT),
                    entry(SyncedResource.FULL_NAME, Form.TEXT),
                    entry("status", Form.TEXT),
                    entry("website_url", Form.URL),
                    entry("phone_number", Form.TEXT),
                    entry("description", Form.TEXT),
                    entry("country_code", Form.TEXT),
                    entry("estimated_value", Form.NUMBER),
                    entry(SyncedResource.OWNER, Form.NAME)),
            Map.of("source", "integration")),
    DEAL(
            Deal.RESOURCE,
            Map.ofEntries(
                    entry("label", Form.TEXT),
                    entry("deal_value", Form.NUMBER),
                    entry("currency_code", Form.TEXT),
                    entry("lost_reason", Form.TEXT),
                    entry("expected_close_date", Form.DATE),
                    entry(SyncedResource.CLOSE_DATE, Form.DATE),
                    entry(SyncedResource.STAGE, Form.TEXT),
                    entry(SyncedResource.PHASE, Form.TEXT),
                    entry(SyncedResource.PARENT, Form.TEXT),
                    entry(SyncedResource.OWNER, Form.NAME)),
            Map.of()),
    /** The notes of partners, leads and deals. They travel to CRMs only. */
    NOTE(
            Partner.NOTES,
            Map.ofEntries(
                    entry("content", Form.TEXT),
                    entry(SyncedResource.TITLE, Form.TEXT),
                    entry(SyncedResource.KIND, Form.TEXT),
                    entry("created_at", Form.TIME),
                    entry(SyncedResource.PARENT, Form.TEXT),
                    entry(SyncedResource.LEAD_OF_NOTE, Form.TEXT),
                    entry(SyncedResource.DEAL_OF_NOTE, Form.TEXT),
                    entry(SyncedResource.PARTNER_OR_DEAL, Form.TEXT)),
            Map.of());

    /** First and last name of a person; else the company, or the e-mail address. It travels to CRMs only. */
    public static final String FULL_NAME = "full_name";

    /**
     * The day on which a deal is expected to close, or else was closed, or else 90 days after it was created: some CRMs require
     * one. It travels to CRMs only.
     */
    public static final String CLOSE_DATE = "close_date";

    /** The beginning of the first line of a note. */
    public static final String TITLE = "title";

    /** Always {@code note}. With a value map, a field of the CRM has the same value in all notes. */
    public static final String KIND = "kind";

    /** The lead that a note is about, as the CRM's identifier; blank for other notes. */
    public static final String LEAD_OF_NOTE = "lead_uuid";

    /** The deal that a note is about, as the CRM's identifier; blank for other notes. */
    public static final String DEAL_OF_NOTE = "deal_uuid";

    /** The partner or the deal that a note is about, as the CRM's identifier; blank for other notes. */
    public static final String PARTNER_OR_DEAL = "partner_or_deal_uuid";

    /** The partner, as the CRM's identifier of the record that the partner is linked to. */
    public static final String PARENT = "partner_uuid";

    /** E-mail address of the first of the assigned users. */
    public static final String OWNER = "owner_email";

    /** The stage, with a value map of the company's own stages. */
    public static final String STAGE = "stage_uuid";

    /** The phase of a deal's stage. A phase from the CRM moves the deal to the first stage of the phase. */
    public static final String PHASE = "stage_phase";

    private static final Set<String> READ_ONLY = Set.of(FULL_NAME, CLOSE_DATE, TITLE, KIND);

    /** The beginning of the name of a custom field. */
    public static final String CUSTOM = "custom_fields.";

    private static final Pattern CUSTOM_FIELD = Pattern.compile("custom_fields\\.[a-z][a-z0-9_]{0,63}");

    @SuppressWarnings("ImmutableEnumChecker") // a declaration does not change
    private final Resource<?> resource;

    @SuppressWarnings("ImmutableEnumChecker") // a map that does not change
    private final Map<String, Form> fields;

    @SuppressWarnings("ImmutableEnumChecker") // a map that does not change
    private final Map<String, String> initial;

    /**
     * @param fields that a mapping can have
     * @param initial values of a record that the synchronisation creates
     */
    SyncedResource(Resource<?> resource, Map<String, Form> fields, Map<String, String> initial) {
        this.resource = resource;
        this.fields = fields;
        this.initial = initial;
    }

    /** The resource with a name such as {@code partner}. */
    public static Optional<SyncedResource> named(String name) {
        return Arrays.stream(values())
                .filter(synced -> synced.resource.name().equals(name))
                .findFirst();
    }

    public Resource<?> resource() {
        return resource;
    }

    /** Whether its records have notes. */
    public boolean hasNotes() {
        return this == PARTNER || this == LEAD || this == DEAL;
    }

    /**
     * The notes of records of the resource.
     *
     * @throws IllegalStateException if it has none
     */
    Resource<Note> notes() {
        return switch (this) {
            case PARTNER -> Partner.NOTES;
            case LEAD -> Lead.NOTES;
            case DEAL -> Deal.NOTES;
            case CONTACT, NOTE -> throw new IllegalStateException(name() + " has no notes");
        };
    }

    /** The names of the fields that a mapping can have beside custom fields, in alphabetical order. */
    public List<String> fields() {
        return fields.keySet().stream().sorted().toList();
    }

    /** What a field holds; empty if no mapping can have it. The form of a custom field follows from its definition. */
    public Optional<Form> form(String field) {
        return isCustom(field) && this != NOTE ? Optional.of(Form.TEXT) : Optional.ofNullable(fields.get(field));
    }

    /** Whether a name is one of a custom field. */
    public static boolean isCustom(String field) {
        return CUSTOM_FIELD.matcher(field).matches();
    }

    /** Whether a field is made from others, so that it cannot be written. */
    public static boolean isReadOnly(String field) {
        return READ_ONLY.contains(field);
    }

    /** Whether a record cannot exist without its partner. */
    public boolean needsParent() {
        return this == CONTACT;
    }

    /** The values of a record that the synchronisation creates, beside the mapped ones. */
    public Map<String, String> initial() {
        return initial;
    }
}
