package waggle.model.partners;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Formats;
import waggle.model.PartnerType;
import waggle.model.Values;
import waggle.model.customfields.CustomField;
import waggle.model.customfields.CustomFieldValues;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Records;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.tags.Tag;

/**
 * A person at a partner (docs/api.md, "Partners, contacts and users").
 *
 * @param partnerUuid the partner that the person works for
 * @param email up to 254 characters, unique at the partner
 * @param firstName up to 100 characters
 * @param lastName up to 100 characters
 * @param position up to 100 characters
 * @param phoneNumber up to 50 characters
 * @param tagUuids up to 20 tags of association contact, each once
 * @param externalIds identifiers in up to 20 other systems, 1 to 255 characters each, by the name of the system in
 *     snake_case
 * @param customFields values of the company's custom fields for contacts, by key
 */
@Introspected
public record Contact(
        @NotNull UUID partnerUuid,

        @NotBlank @Size(max = Formats.EMAIL_LENGTH) @Pattern(regexp = Formats.EMAIL, message = Formats.EMAIL_EXPECTED)
        String email,

        @Nullable @Size(max = 100) String firstName,
        @Nullable @Size(max = 100) String lastName,
        @Nullable @Size(max = 100) String position,
        @Nullable @Size(max = 50) String phoneNumber,
        @Size(max = Tag.MOST) List<@NotNull UUID> tagUuids,
        Map<String, String> externalIds,
        ObjectNode customFields) {
    public static final String PATH = "contacts";
    public static final Resource<Contact> RESOURCE = Resource.named("contact", PATH, Contact.class, Contact::email)
            .counts(Partner.OPEN_PAYMENTS)
            .keptBy(Partner.OPEN_PAYMENTS)
            .unique("email", contact -> contact.partnerUuid().toString(), Contact::email)
            .ownedBy("partner_uuid", () -> Partner.RESOURCE, Partner.CONTACTS)
            .reference(new Reference("tag_uuids", () -> Tag.RESOURCE, Map.of("association", "contact")))
            .lists(list -> list.filters("partner_uuid")
                    .filter(new Filter("tag_uuid", "tag_uuids"))
                    .searched("email", "first_name", "last_name")
                    .sortable("email", "last_name", "created_at", "updated_at"))
            .externalIds(Contact::externalIds)
            .rule(new CustomFieldValues<>(CustomField.Entity.CONTACT, Contact::customFields, Contact::partnerType))
            .build();

    private static @Nullable PartnerType partnerType(Records records, Contact contact) {
        return Partner.typeOf(records, contact.partnerUuid());
    }

    public Contact {
        tagUuids = Values.distinct(tagUuids);
        externalIds = Values.present(externalIds);
        customFields = CustomFieldValues.normal(customFields);
    }
}
