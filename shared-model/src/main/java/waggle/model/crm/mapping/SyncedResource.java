package waggle.model.crm.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import waggle.model.crm.merge.Form;
import waggle.model.declaration.Resource;
import waggle.model.leads.Lead;
import waggle.model.partners.Partner;

/** The resources of Waggle that are synchronised. */
public enum SyncedResource {
    PARTNER(
            Partner.RESOURCE,
            Map.of(
                    "name", Form.TEXT,
                    "email", Form.NAME,
                    "email_domain", Form.NAME,
                    "website_url", Form.URL,
                    "phone_number", Form.TEXT,
                    "description", Form.TEXT,
                    "country_code", Form.TEXT),
            Map.of("partner_type", "referral")),
    LEAD(
            Lead.RESOURCE,
            Map.of(
                    "company_name",
                    Form.TEXT,
                    "email",
                    Form.NAME,
                    "first_name",
                    Form.TEXT,
                    "last_name",
                    Form.TEXT,
                    SyncedResource.FULL_NAME,
                    Form.TEXT,
                    "website_url",
                    Form.URL,
                    "phone_number",
                    Form.TEXT,
                    "description",
                    Form.TEXT,
                    "country_code",
                    Form.TEXT,
                    "estimated_value",
                    Form.NUMBER),
            Map.of("source", "integration"));

    /** First and last name of a lead; else its company, or its e-mail address. It travels to CRMs only. */
    public static final String FULL_NAME = "full_name";

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

    /** The names of the fields that a mapping can have, in alphabetical order. */
    public List<String> fields() {
        return fields.keySet().stream().sorted().toList();
    }

    /** What a field holds; empty if no mapping can have it. */
    public Optional<Form> form(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The values of a record that the synchronisation creates, beside the mapped ones. */
    public Map<String, String> initial() {
        return initial;
    }
}
