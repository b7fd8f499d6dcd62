package waggle.model.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import waggle.model.analytics.Analytics;
import waggle.model.audit.AuditEntry;
import waggle.model.categories.Category;
import waggle.model.commissions.CommissionRule;
import waggle.model.companies.Company;
import waggle.model.companies.Me;
import waggle.model.crm.stored.CrmConflict;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmLink;
import waggle.model.crm.stored.CrmLogEntry;
import waggle.model.customfields.CustomField;
import waggle.model.deals.Deal;
import waggle.model.deals.Payment;
import waggle.model.declaration.Resource;
import waggle.model.events.Event;
import waggle.model.keys.ApiKey;
import waggle.model.leads.Lead;
import waggle.model.live.LiveTicket;
import waggle.model.notifications.Notification;
import waggle.model.partners.Contact;
import waggle.model.partners.Partner;
import waggle.model.partners.User;
import waggle.model.search.SearchResult;
import waggle.model.stages.Stage;
import waggle.model.tags.Tag;
import waggle.model.tiers.Tier;
import waggle.model.webhooks.WebhookEndpoint;

/** The resource groups: one function each. Routes, local and deployed, are made from this list. */
public enum ResourceGroup {
    WORKFLOW(() -> List.of(Stage.RESOURCE, Tag.RESOURCE, Category.RESOURCE, Tier.RESOURCE, CustomField.RESOURCE)),
    PARTNERS(() -> List.of(Partner.RESOURCE, Partner.NOTES)),
    CONTACTS(() -> List.of(Contact.RESOURCE)),
    USERS(() -> List.of(User.RESOURCE)),
    LEADS(() -> List.of(Lead.RESOURCE, Lead.NOTES)),
    DEALS(() -> List.of(Deal.RESOURCE, Deal.NOTES)),
    COMMISSIONS(() -> List.of(CommissionRule.RESOURCE, Payment.RESOURCE)),
    ACCOUNT(() -> List.of(Me.RESOURCE, Company.RESOURCE, ApiKey.RESOURCE, AuditEntry.RESOURCE)),
    WEBHOOKS(() -> List.of(Event.RESOURCE, WebhookEndpoint.RESOURCE)),
    LIVE(() -> List.of(LiveTicket.RESOURCE, Notification.RESOURCE)),
    CRM(() -> List.of(CrmConnection.RESOURCE, CrmLink.RESOURCE, CrmLogEntry.RESOURCE, CrmConflict.RESOURCE)),
    SEARCH(() -> List.of(SearchResult.RESOURCE)),
    ANALYTICS(() -> List.of(Analytics.Root.RESOURCE));

    /** The beginning of every path (docs/api.md, "Conventions"). */
    public static final String BASE = "/v1";

    @SuppressWarnings("ImmutableEnumChecker") // returns constants
    private final Supplier<List<Resource<?>>> resources;

    /** @param resources initialises their classes, which a function that starts with another group need not */
    ResourceGroup(Supplier<List<Resource<?>>> resources) {
        this.resources = resources;
    }

    /** The group's name: its folder under {@code functions} and the last part of its function's name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The resources of the group. */
    public List<Resource<?>> resources() {
        return resources.get();
    }

    /** The resources with a path of their own; each is the root of a greedy route, with nested resources below it. */
    public List<Resource<?>> roots() {
        return resources().stream()
                .filter(resource -> resource.nesting().isEmpty())
                .toList();
    }
}
