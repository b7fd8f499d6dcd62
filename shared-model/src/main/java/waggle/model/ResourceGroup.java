package waggle.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import waggle.model.audit.AuditEntry;
import waggle.model.categories.Category;
import waggle.model.companies.Company;
import waggle.model.contacts.Contact;
import waggle.model.customfields.CustomField;
import waggle.model.events.Event;
import waggle.model.keys.ApiKey;
import waggle.model.partners.Partner;
import waggle.model.stages.Stage;
import waggle.model.store.Resource;
import waggle.model.tags.Tag;
import waggle.model.tiers.Tier;
import waggle.model.users.User;
import waggle.model.webhooks.WebhookEndpoint;

/** The resource groups: one function each. Routes, local and deployed, are made from this list. */
public enum ResourceGroup {
    WORKFLOW(Stage.RESOURCE, Tag.RESOURCE, Category.RESOURCE, Tier.RESOURCE, CustomField.RESOURCE),
    PARTNERS(Partner.RESOURCE),
    CONTACTS(Contact.RESOURCE),
    USERS(User.RESOURCE),
    ACCOUNT(Company.RESOURCE, ApiKey.RESOURCE, AuditEntry.RESOURCE),
    WEBHOOKS(Event.RESOURCE, WebhookEndpoint.RESOURCE);

    /** What every path begins with (contract §1, "Base"). */
    public static final String BASE = "/v1";

    /** What is about everything a company has, and so in no key's power that is for some resources only. */
    private static final Set<ResourceGroup> WHOLE = Set.of(ACCOUNT, WEBHOOKS);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Resource<?>> resources;

    ResourceGroup(Resource<?>... resources) {
        this.resources = List.of(resources);
    }

    /** The paths of the resources that a key can have for themselves. */
    public static List<String> shared() {
        return paths(group -> !WHOLE.contains(group));
    }

    /** The paths of the resources that are about everything a company has (contract §1, "Permissions"). */
    public static List<String> restricted() {
        return paths(WHOLE::contains);
    }

    private static List<String> paths(Predicate<ResourceGroup> which) {
        return Arrays.stream(values())
                .filter(which)
                .flatMap(group -> group.resources.stream())
                .map(Resource::path)
                .toList();
    }

    /** The group's name: its folder under {@code functions} and the last part of its function's name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The resources of the group; each is the root of a greedy route. */
    public List<Resource<?>> resources() {
        return resources;
    }
}
