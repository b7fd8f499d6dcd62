package waggle.model.catalogue;

import java.util.List;
import java.util.Locale;
import waggle.model.audit.AuditEntry;
import waggle.model.categories.Category;
import waggle.model.commissions.CommissionRule;
import waggle.model.companies.Company;
import waggle.model.customfields.CustomField;
import waggle.model.deals.Deal;
import waggle.model.declaration.Resource;
import waggle.model.events.Event;
import waggle.model.keys.ApiKey;
import waggle.model.leads.Lead;
import waggle.model.partners.Contact;
import waggle.model.partners.Partner;
import waggle.model.partners.User;
import waggle.model.stages.Stage;
import waggle.model.tags.Tag;
import waggle.model.tiers.Tier;
import waggle.model.webhooks.WebhookEndpoint;

/** The resource groups: one function each. Routes, local and deployed, are made from this list. */
public enum ResourceGroup {
    WORKFLOW(Stage.RESOURCE, Tag.RESOURCE, Category.RESOURCE, Tier.RESOURCE, CustomField.RESOURCE),
    PARTNERS(Partner.RESOURCE, Partner.NOTES),
    CONTACTS(Contact.RESOURCE),
    USERS(User.RESOURCE),
    LEADS(Lead.RESOURCE, Lead.NOTES),
    DEALS(Deal.RESOURCE, Deal.NOTES),
    COMMISSIONS(CommissionRule.RESOURCE),
    ACCOUNT(Company.RESOURCE, ApiKey.RESOURCE, AuditEntry.RESOURCE),
    WEBHOOKS(Event.RESOURCE, WebhookEndpoint.RESOURCE);

    /** The beginning of every path (docs/api.md, "Conventions"). */
    public static final String BASE = "/v1";

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Resource<?>> resources;

    ResourceGroup(Resource<?>... resources) {
        this.resources = List.of(resources);
    }

    /** The group's name: its folder under {@code functions} and the last part of its function's name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The resources of the group. */
    public List<Resource<?>> resources() {
        return resources;
    }

    /** The resources with a path of their own; each is the root of a greedy route, with nested resources below it. */
    public List<Resource<?>> roots() {
        return resources.stream()
                .filter(resource -> resource.nesting().isEmpty())
                .toList();
    }
}
