package waggle.model.customfields;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.PartnerType;
import waggle.model.declaration.Resource;
import waggle.model.lists.FoldedText;

/**
 * A field that a company adds to its partners, leads, deals or contacts (docs/api.md, "Configuration"). Their values stand under its key
 * in {@code custom_fields}.
 *
 * @param label 1 to 100 characters, unique among the fields of its entity
 * @param key 1 to 64 characters in snake_case, unique among the fields of its entity; made from the label when absent; it
 *     cannot be changed
 * @param type of its values; it cannot be changed
 * @param entity what has the field; it cannot be changed
 * @param partnerType the only type of partner it is for, if any
 * @param required whether every record must have a value
 * @param shared whether partners may see it
 * @param options what can be chosen, 1 to 100; for the select types only
 */
@Introspected
public record CustomField(
        @NotBlank @Size(max = 100) String label,

        @Nullable
        @Size(max = CustomFieldRules.LONGEST)
        @Pattern(regexp = CustomFieldRules.PATTERN, message = CustomFieldRules.EXPECTED)
        String key,

        @NotNull FieldType type,
        @NotNull Entity entity,
        @Nullable PartnerType partnerType,
        Boolean required,
        Boolean shared,
        @Size(max = MOST_OPTIONS) List<@NotNull @Valid Option> options) {
    public static final String PATH = "custom-fields";

    /** How many fields an entity can have: a record that uses all of them must fit one transaction. */
    public static final int MOST = 40;

    /** How many options a field can have: as each is counted on its own, they must fit one item. */
    public static final int MOST_OPTIONS = 100;

    /** The longest key of a field, and the longest id of an option, in characters. */
    public static final int LONGEST_KEY = CustomFieldRules.LONGEST;

    public static final Resource<CustomField> RESOURCE = Resource.named(
                    "custom_field", PATH, CustomField.class, CustomField::label)
            .immutable("key", "type", "entity")
            .unique("label", field -> field.entity().name(), CustomField::label)
            .unique("key", field -> field.entity().name(), CustomField::requireKey)
            .lists(list -> list.filters("entity", "type", "partner_type").sortable("label", "created_at", "updated_at"))
            .check(CustomField::faults)
            .rule(new CustomFieldRules())
            .build();

    /** What can have custom fields. */
    public enum Entity {
        PARTNER,
        LEAD,
        DEAL,
        CONTACT
    }

    /**
     * One of the values of a select field.
     *
     * @param id 1 to 64 characters in snake_case; given once, made from the label when absent, and kept
     * @param label 1 to 100 characters, unique within the field
     */
    @Introspected
    public record Option(
            @Nullable
            @Size(max = CustomFieldRules.LONGEST)
            @Pattern(regexp = CustomFieldRules.PATTERN, message = CustomFieldRules.EXPECTED)
            String id,

            @NotBlank @Size(max = 100) String label) {

        Option identified(String given) {
            return new Option(given, label);
        }

        String requireId() {
            return Objects.requireNonNull(id);
        }
    }

    public CustomField {
        required = Objects.requireNonNullElse(required, false);
        shared = Objects.requireNonNullElse(shared, false);
        options = Objects.requireNonNullElse(options, List.of());
    }

    String requireKey() {
        return Objects.requireNonNull(key);
    }

    CustomField completed(String givenKey, List<Option> givenOptions) {
        return new CustomField(label, givenKey, type, entity, partnerType, required, shared, givenOptions);
    }

    private List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (type != null && type.hasOptions() && options.isEmpty()) {
            faults.add(new Fault("options", "must have at least one"));
        }
        if (type != null && !type.hasOptions() && !options.isEmpty()) {
            faults.add(new Fault("options", "are for the types select and multi_select only"));
        }
        var ids = new HashSet<String>();
        var labels = new HashSet<String>();
        for (var i = 0; i < options.size(); i++) {
            var option = options.get(i);
            if (option == null || option.label() == null) {
                continue;
            }
            if (option.id() != null && !ids.add(option.id())) {
                faults.add(new Fault("options[" + i + "].id", "is there twice"));
            }
            if (!labels.add(FoldedText.of(option.label()))) {
                faults.add(new Fault("options[" + i + "].label", "is there twice"));
            }
        }
        return faults;
    }
}
