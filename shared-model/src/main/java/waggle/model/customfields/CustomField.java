package waggle.model.customfields;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
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
import waggle.model.CaseFolding;
import waggle.model.Fault;
import waggle.model.PartnerType;
import waggle.model.declaration.Resource;

/**
 * A field that a company adds to its partners, leads, deals or contacts (docs/api.md, "Configuration"). A record has
 * its value in {@code custom_fields}, by the key of the field.
 *
 * @param label 1 to 100 characters, unique among the fields of its entity
 * @param key 1 to 64 characters in snake_case, unique among the fields of its entity; Waggle makes it from the label if
 *     absent; it cannot be changed
 * @param type of the values; it cannot be changed
 * @param entity the kind of records that have the field; it cannot be changed
 * @param partnerType the only type of partner that must have a required value; every type if absent
 * @param required whether each record must have a value
 * @param shared whether partners can see the field
 * @param options the values to choose from, 1 to 100, for the types select and multi_select only
 */
@Introspected
@RecordBuilder
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

    /** The most fields of one entity. A record that uses all of them must fit one transaction. */
    public static final int MOST = 40;

    /** The most options of one field. Their counters, one for each, must fit one item. */
    public static final int MOST_OPTIONS = 100;

    /** Characters of the longest key of a field and of the longest id of an option. */
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

    /** The kinds of records that can have custom fields. */
    public enum Entity {
        PARTNER,
        LEAD,
        DEAL,
        CONTACT
    }

    /**
     * One value of a field of type select or multi_select.
     *
     * @param id 1 to 64 characters in snake_case; Waggle makes it from the label if absent; it never changes
     * @param label 1 to 100 characters, unique within the field
     */
    @Introspected
    @RecordBuilder
    public record Option(
            @Nullable
            @Size(max = CustomFieldRules.LONGEST)
            @Pattern(regexp = CustomFieldRules.PATTERN, message = CustomFieldRules.EXPECTED)
            String id,

            @NotBlank @Size(max = 100) String label) {

        Option identified(String given) {
            return CustomFieldOptionBuilder.from(this).withId(given);
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
        return CustomFieldBuilder.builder(this)
                .key(givenKey)
                .options(givenOptions)
                .build();
    }

    private List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (type != null && type.hasOptions() && options.isEmpty()) {
            faults.add(new Fault("options", "must have at least one option"));
        }
        if (type != null && !type.hasOptions() && !options.isEmpty()) {
            faults.add(new Fault("options", "must be empty unless the type is select or multi_select"));
        }
        var ids = new HashSet<String>();
        var labels = new HashSet<String>();
        for (var i = 0; i < options.size(); i++) {
            var option = options.get(i);
            if (option == null || option.label() == null) {
                continue;
            }
            if (option.id() != null && !ids.add(option.id())) {
                faults.add(new Fault("options[" + i + "].id", "must be unique within the field"));
            }
            if (!labels.add(CaseFolding.of(option.label()))) {
                faults.add(new Fault("options[" + i + "].label", "must be unique within the field"));
            }
        }
        return faults;
    }
}
