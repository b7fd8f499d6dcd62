package waggle.model.leads;

import static waggle.model.declaration.EventCondition.became;
import static waggle.model.declaration.EventCondition.changed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;
import waggle.model.ErrorCode;
import waggle.model.Formats;
import waggle.model.PartnerType;
import waggle.model.Values;
import waggle.model.WaggleException;
import waggle.model.customfields.CustomField;
import waggle.model.customfields.CustomFieldValues;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Records;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.notes.Note;
import waggle.model.partners.Partner;
import waggle.model.partners.User;
import waggle.model.tags.Tag;

/**
 * A company or person that may buy (docs/api.md, "Leads, deals and notes").
 *
 * @param companyName 1 to 200 characters; required unless {@code email} is given
 * @param email up to 254 characters
 * @param firstName up to 100 characters
 * @param lastName up to 100 characters
 * @param phoneNumber up to 50 characters
 * @param websiteUrl up to 2,048 characters
 * @param countryCode ISO 3166-1 alpha-2
 * @param description up to 5,000 characters
 * @param status of the lead; only a deal makes it converted
 * @param lostReason up to 1,000 characters
 * @param source the way in which the lead arrived
 * @param partnerUuid the partner that sourced the lead, or that it was sent to
 * @param direction whether the partner brought the lead or received it
 * @param attributions up to 10 partners that took part; the sourced one is the partner of the lead
 * @param createdByUserUuid the user who entered the lead; it cannot be changed
 * @param assignedUserUuids up to 10 users who work on the lead, each once
 * @param tagUuids up to 20 tags of association lead, each once
 * @param externalIds identifiers in up to 20 other systems, 1 to 255 characters each, by the name of the system in
 *     snake_case
 * @param customFields values of the company's custom fields for leads, by key
 * @param estimatedValue at least 0, with the decimal places of the currency at most
 * @param currencyCode ISO 4217; the company's currency if absent
 * @param domain of the e-mail address, or else of the website; never the domain of a free mail service
 * @param registration of the lead by its partner
 * @param partnerName the name of the partner when the lead was last written; it stays when the partner is deleted
 */
@Introspected
@RecordBuilder
public record Lead(
        @Nullable @Size(min = 1, max = 200) String companyName,

        @Nullable @Size(max = Formats.EMAIL_LENGTH) @Pattern(regexp = Formats.EMAIL, message = Formats.EMAIL_EXPECTED)
        String email,

        @Nullable @Size(max = 100) String firstName,
        @Nullable @Size(max = 100) String lastName,
        @Nullable @Size(max = 50) String phoneNumber,

        @Nullable
        @Size(max = Formats.WEBSITE_LENGTH)
        @Pattern(regexp = Formats.WEBSITE, message = Formats.WEBSITE_EXPECTED)
        String websiteUrl,

        @Nullable @Pattern(regexp = Formats.COUNTRY, message = Formats.COUNTRY_EXPECTED)
        String countryCode,

        @Nullable @Size(max = 5_000) String description,
        Status status,
        @Nullable @Size(max = 1_000) String lostReason,
        @Nullable Source source,
        @Nullable UUID partnerUuid,
        Direction direction,
        @Size(max = Attribution.MOST) List<@NotNull @Valid Attribution> attributions,
        @Nullable UUID createdByUserUuid,
        @Size(max = 10) List<@NotNull UUID> assignedUserUuids,
        @Size(max = Tag.MOST) List<@NotNull UUID> tagUuids,
        Map<String, String> externalIds,
        ObjectNode customFields,

        @Nullable @Min(0) @Digits(integer = Money.DIGITS, fraction = Money.PLACES, message = Money.EXPECTED)
        BigDecimal estimatedValue,

        @Nullable @Pattern(regexp = Formats.CURRENCY, message = Formats.CURRENCY_EXPECTED)
        String currencyCode,

        @Nullable @Size(max = Formats.DOMAIN_LENGTH) String domain,
        Registration registration,
        @Nullable @Size(max = 200) String partnerName) {
    public static final String PATH = "leads";

    /** The number of deals of a lead. */
    public static final String DEALS = "deal_count";

    public static final Resource<Lead> RESOURCE = Resource.named("lead", PATH, Lead.class, Lead::title)
            .counts(DEALS, Note.COUNT)
            .keptBy(DEALS)
            .owns(() -> Lead.NOTES, Note.PARENT, Note.COUNT)
            .immutable("created_by_user_uuid")
            .readOnly("domain", "registration", "partner_name")
            .reference(Reference.lasting("partner_uuid", () -> Partner.RESOURCE))
            .reference(Reference.lasting("created_by_user_uuid", () -> User.RESOURCE))
            .reference(new Reference("assigned_user_uuids", () -> User.RESOURCE))
            .reference(new Reference("tag_uuids", () -> Tag.RESOURCE, Map.of("association", "lead")))
            .contributes("partner_uuid", Partner.LEADS, lead -> BigDecimal.ONE)
            .contributes("partner_uuid", Partner.OPEN_LEADS, lead -> lead.isOpen() ? BigDecimal.ONE : BigDecimal.ZERO)
            .lists(list -> list.filters("status", "partner_uuid", "direction", "source")
                    .filter(new Filter("registration_status", "registration.status"))
                    .filters("domain")
                    .filter(new Filter("tag_uuid", "tag_uuids"))
                    .filter(new Filter("assigned_user_uuid", "assigned_user_uuids"))
                    .filter(new Filter("assigned", "assigned_user_uuids", Filter.Kind.PRESENT))
                    .searched("company_name", "first_name", "last_name", "email", "domain")
                    .sortable("status", "company_name", "estimated_value", "created_at", "updated_at")
                    .groupedBy("partner_uuid"))
            .externalIds(Lead::externalIds)
            .rule(new CustomFieldValues<>(CustomField.Entity.LEAD, Lead::customFields, Lead::partnerType))
            .rule(new LeadRules())
            .rule(new RegistrationRules())
            .due(lead -> lead.registration().due())
            .event("lead.status_changed", changed(Lead::status))
            .event("lead.registered", became(Lead::registered, Registration.Status.PENDING))
            .event("lead.approved", became(Lead::registered, Registration.Status.APPROVED))
            .event("lead.rejected", became(Lead::registered, Registration.Status.REJECTED))
            .event("lead.withdrawn", became(Lead::registered, Registration.Status.WITHDRAWN))
            .event(
                    "lead.registration_expiring",
                    (before, after) -> before != null && after.registration.warnsAfter(before.registration))
            .event("lead.registration_expired", became(Lead::registered, Registration.Status.EXPIRED))
            .event("lead.converted", became(Lead::status, Status.CONVERTED))
            .build();

    public static final Resource<Note> NOTES = Note.below(() -> Lead.RESOURCE, () -> User.RESOURCE);

    /** The state of a lead. */
    public enum Status {
        NEW,
        CONTACTED,
        QUALIFIED,
        CONVERTED,
        LOST
    }

    /** The ways in which leads arrive. */
    public enum Source {
        MANUAL,
        PARTNERSHIP,
        CAMPAIGN,
        INTEGRATION,
        LEAD_SUBMISSION_FORM
    }

    /** The ways between the company and the partner. */
    public enum Direction {
        RECEIVED,
        SENT
    }

    public Lead {
        status = Objects.requireNonNullElse(status, Status.NEW);
        direction = Objects.requireNonNullElse(direction, Direction.RECEIVED);
        attributions = Values.distinct(attributions);
        assignedUserUuids = Values.distinct(assignedUserUuids);
        tagUuids = Values.distinct(tagUuids);
        externalIds = Values.present(externalIds);
        customFields = CustomFieldValues.normal(customFields);
        estimatedValue = estimatedValue == null ? null : Decimals.plain(estimatedValue);
        registration = Objects.requireNonNullElse(registration, Registration.NONE);
    }

    private static @Nullable PartnerType partnerType(Records records, Lead lead) {
        return lead.partnerUuid == null ? null : Partner.typeOf(records, lead.partnerUuid);
    }

    /** The company, or else the e-mail address. */
    public String title() {
        return Objects.requireNonNullElse(companyName, Objects.requireNonNullElse(email, "lead"));
    }

    @JsonIgnore
    public boolean isConverted() {
        return status == Status.CONVERTED;
    }

    /**
     * Checks that a client does not write the state that only deals give and take.
     *
     * @param before null when the lead is new
     * @throws WaggleException {@link ErrorCode#CONFLICT} if the lead becomes converted, or does not stay so
     */
    public void requireStatusAfter(@Nullable Lead before) {
        var wasConverted = before != null && before.isConverted();
        if (isConverted() && !wasConverted) {
            throw new WaggleException(
                    ErrorCode.CONFLICT,
                    "Only a deal makes a lead converted; use POST /v1/leads/{uuid}/convert or POST /v1/deals");
        }
        if (!isConverted() && wasConverted) {
            throw new WaggleException(
                    ErrorCode.CONFLICT, "%s is converted as long as it has deals".formatted(RESOURCE.titled(this)));
        }
    }

    /** Whether the registration is pending, or its protection is not over. */
    public boolean isProtected(Instant now) {
        return registration.isHolding() && !registration.isOverdue(now);
    }

    /** Whether the lead is neither converted nor lost. */
    @JsonIgnore
    public boolean isOpen() {
        return status != Status.CONVERTED && status != Status.LOST;
    }

    private Registration.Status registered() {
        return registration.status();
    }

    Lead with(Registration changed) {
        return LeadBuilder.from(this).withRegistration(changed);
    }

    /** The lead in another state. */
    public Lead with(Status changed) {
        return LeadBuilder.from(this).withStatus(changed);
    }
}
