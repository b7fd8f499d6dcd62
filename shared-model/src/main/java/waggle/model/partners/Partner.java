package waggle.model.partners;

import static waggle.model.declaration.EventCondition.became;
import static waggle.model.declaration.EventCondition.changed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Formats;
import waggle.model.PartnerType;
import waggle.model.Values;
import waggle.model.categories.Category;
import waggle.model.customfields.CustomField;
import waggle.model.customfields.CustomFieldValues;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Records;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.notes.Note;
import waggle.model.stages.Stage;
import waggle.model.tags.Tag;
import waggle.model.tiers.Tier;

/**
 * A company that sells for or with the tenant (docs/api.md, "Partners, contacts and users").
 *
 * @param name 1 to 200 characters
 * @param partnerType the way in which the partner sells
 * @param status of the partnership
 * @param email up to 254 characters
 * @param emailDomain up to 253 characters, in lower case, unique; taken from the e-mail address if absent; never the
 *     domain of a free mail service
 * @param websiteUrl up to 2,048 characters
 * @param phoneNumber up to 50 characters
 * @param description up to 5,000 characters
 * @param countryCode ISO 3166-1 alpha-2
 * @param stageUuid a stage of kind partner
 * @param tierUuid the tier of the partner
 * @param categoryUuid the category of the partner
 * @param tagUuids up to 20 tags of association partner, each once
 * @param assignedUserUuids up to 10 users who manage the partner, each once
 * @param parentPartnerUuid the distributor or reseller above; a network has no cycle and at most 5 levels
 * @param resellerOwner the owner of the deals of a reseller
 * @param externalIds identifiers in up to 20 other systems, 1 to 255 characters each, by the name of the system in
 *     snake_case
 * @param customFields values of the company's custom fields for partners, by key
 */
@Introspected
@RecordBuilder
public record Partner(
        @NotBlank @Size(max = 200) String name,
        @NotNull PartnerType partnerType,
        Status status,

        @Nullable @Size(max = Formats.EMAIL_LENGTH) @Pattern(regexp = Formats.EMAIL, message = Formats.EMAIL_EXPECTED)
        String email,

        @Nullable
        @Size(max = Formats.DOMAIN_LENGTH)
        @Pattern(regexp = Formats.DOMAIN, message = Formats.DOMAIN_EXPECTED)
        String emailDomain,

        @Nullable
        @Size(max = Formats.WEBSITE_LENGTH)
        @Pattern(regexp = Formats.WEBSITE, message = Formats.WEBSITE_EXPECTED)
        String websiteUrl,

        @Nullable @Size(max = 50) String phoneNumber,
        @Nullable @Size(max = 5_000) String description,

        @Nullable @Pattern(regexp = Formats.COUNTRY, message = Formats.COUNTRY_EXPECTED)
        String countryCode,

        @Nullable UUID stageUuid,
        @Nullable UUID tierUuid,
        @Nullable UUID categoryUuid,
        @Size(max = Tag.MOST) List<@NotNull UUID> tagUuids,
        @Size(max = 10) List<@NotNull UUID> assignedUserUuids,
        @Nullable UUID parentPartnerUuid,
        @Nullable Owner resellerOwner,
        Map<String, String> externalIds,
        ObjectNode customFields) {
    public static final String PATH = "partners";

    /** The number of contacts of a partner. */
    public static final String CONTACTS = "contact_count";

    /** The number of users at a partner. */
    public static final String USERS = "user_count";

    /** The number of leads of a partner. */
    public static final String LEADS = "lead_count";

    /** The number of leads that are neither converted nor lost. */
    public static final String OPEN_LEADS = "open_lead_count";

    /** The number of deals of a partner. */
    public static final String DEALS = "deal_count";

    /** The number of deals that are neither won nor lost. */
    public static final String OPEN_DEALS = "open_deal_count";

    /** The number of won deals. */
    public static final String WON_DEALS = "won_deal_count";

    /** The sum of the won deals in the company's currency. */
    public static final String WON_VALUE = "won_value";

    /** The number of payments that are neither completed nor cancelled. */
    public static final String OPEN_PAYMENTS = "open_payment_count";

    static final String PARENT = "parent_partner_uuid";

    public static final Resource<Partner> RESOURCE = Resource.named("partner", PATH, Partner.class, Partner::name)
            .counts(
                    CONTACTS,
                    USERS,
                    LEADS,
                    OPEN_LEADS,
                    DEALS,
                    OPEN_DEALS,
                    WON_DEALS,
                    WON_VALUE,
                    OPEN_PAYMENTS,
                    Note.COUNT)
            .keptBy(OPEN_LEADS, OPEN_DEALS, OPEN_PAYMENTS)
            .owns(() -> User.RESOURCE, "partner_uuid", USERS)
            .owns(() -> Contact.RESOURCE, "partner_uuid", CONTACTS)
            .owns(() -> Partner.NOTES, Note.PARENT, Note.COUNT)
            .unique("email_domain", Partner::emailDomain)
            .reference(new Reference("stage_uuid", () -> Stage.RESOURCE, Map.of("kind", "partner")))
            .reference(new Reference("tier_uuid", () -> Tier.RESOURCE))
            .reference(new Reference("category_uuid", () -> Category.RESOURCE))
            .reference(new Reference("tag_uuids", () -> Tag.RESOURCE, Map.of("association", "partner")))
            .reference(new Reference("assigned_user_uuids", () -> User.RESOURCE))
            .reference(new Reference(PARENT, () -> Partner.RESOURCE))
            .lists(list -> list.filters("partner_type", "status", "stage_uuid", "tier_uuid", "category_uuid")
                    .filter(new Filter("tag_uuid", "tag_uuids"))
                    .filter(new Filter("assigned_user_uuid", "assigned_user_uuids"))
                    .filter(new Filter("assigned", "assigned_user_uuids", Filter.Kind.PRESENT))
                    .filters(PARENT, "country_code")
                    .searched("name", "email", "email_domain", "website_url")
                    .sortable("name", "created_at", "updated_at", "stage", "tier", "category", WON_VALUE))
            .externalIds(Partner::externalIds)
            .rule(new CustomFieldValues<>(
                    CustomField.Entity.PARTNER, Partner::customFields, (records, partner) -> partner.partnerType()))
            .rule(new PartnerRules())
            .event("partner.accepted", became(Partner::status, Status.ACCEPTED))
            .event("partner.stage_changed", changed(Partner::stageUuid))
            .build();

    public static final Resource<Note> NOTES = Note.below(() -> Partner.RESOURCE, () -> User.RESOURCE);

    /** The state of a partnership. */
    public enum Status {
        INVITED,
        ACCEPTED,
        DECLINED,
        INACTIVE
    }

    /** The owners of deals. */
    public enum Owner {
        COMPANY,
        PARTNER
    }

    public Partner {
        status = Objects.requireNonNullElse(status, Status.INVITED);
        tagUuids = Values.distinct(tagUuids);
        assignedUserUuids = Values.distinct(assignedUserUuids);
        externalIds = Values.present(externalIds);
        customFields = CustomFieldValues.normal(customFields);
    }

    /** The type of a partner; null if it does not exist, which the fault of the reference reports. */
    public static @Nullable PartnerType typeOf(Records records, UUID uuid) {
        return records.find(RESOURCE, uuid)
                .map(partner -> partner.value().partnerType())
                .orElse(null);
    }

    /**
     * The name of a partner, for records that keep it when the partner is deleted.
     *
     * @param last the name that the record has; its partner may no longer exist
     */
    public static @Nullable String nameOf(Records records, @Nullable UUID uuid, @Nullable String last) {
        return uuid == null
                ? null
                : records.find(RESOURCE, uuid)
                        .map(partner -> partner.value().name())
                        .orElse(last);
    }

    Partner withEmailDomain(@Nullable String domain) {
        return PartnerBuilder.from(this).withEmailDomain(domain);
    }
}
