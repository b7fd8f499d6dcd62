package waggle.model.customfields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.PartnerType;
import waggle.model.customfields.CustomField.Option;
import waggle.model.store.Entity;
import waggle.model.store.Use;

/**
 * The custom fields of one entity, and what their values on a record must be (contract §2, "Values of custom fields").
 * Whoever stores such values checks them here, and counts as uses what they use.
 */
public final class FieldValues {
    /** The field of a record that holds the values by key. */
    public static final String FIELD = "custom_fields";

    private final Map<String, Entity<CustomField>> byKey;

    /** @param definitions of all entities */
    public FieldValues(Collection<Entity<CustomField>> definitions, CustomField.Entity entity) {
        byKey = definitions.stream()
                .filter(definition -> definition.value().entity() == entity)
                .collect(Collectors.toMap(definition -> definition.value().requireKey(), Function.identity()));
    }

    /**
     * What is wrong with the values of a record: keys that are unknown, values of the wrong type, required ones missing.
     *
     * @param values by key; null is no value
     * @param partnerType of the partner that the record is or belongs to: fields for another type are not required of it
     */
    public List<Fault> faults(ObjectNode values, @Nullable PartnerType partnerType) {
        var faults = new ArrayList<Fault>();
        for (var value : values.properties()) {
            var definition = byKey.get(value.getKey());
            if (definition == null) {
                faults.add(new Fault(path(value.getKey()), "is not a known custom field"));
            } else if (!value.getValue().isNull()) {
                fault(definition.value(), value.getValue()).ifPresent(faults::add);
            }
        }
        missing(values, partnerType)
                .map(key -> new Fault(path(key), "is required"))
                .forEach(faults::add);
        return faults;
    }

    private static Optional<Fault> fault(CustomField field, JsonNode value) {
        return field.type().fault(value, ids(field)).map(expected -> new Fault(path(field.requireKey()), expected));
    }

    private Stream<String> missing(ObjectNode values, @Nullable PartnerType partnerType) {
        return byKey.values().stream()
                .map(Entity::value)
                .filter(CustomField::required)
                .filter(field -> field.partnerType() == null || field.partnerType() == partnerType)
                .map(CustomField::requireKey)
                .filter(key -> !values.hasNonNull(key))
                .sorted();
    }

    /** The fields, and of select fields the options, that sound values use. */
    public List<Use> uses(ObjectNode values) {
        return values.properties().stream()
                .filter(value -> !value.getValue().isNull())
                .map(value -> use(Objects.requireNonNull(byKey.get(value.getKey())), value.getValue()))
                .toList();
    }

    private static Use use(Entity<CustomField> definition, JsonNode value) {
        var field = definition.value();
        var options = field.type().hasOptions() ? options(value) : Set.<String>of();
        return Use.ofParts(CustomField.RESOURCE, definition.uuid(), options, path(field.requireKey()));
    }

    private static Set<String> options(JsonNode value) {
        var options = new HashSet<String>();
        (value.isArray() ? value.valueStream() : Stream.of(value)).forEach(option -> options.add(option.asText()));
        return options;
    }

    private static List<String> ids(CustomField field) {
        return field.options().stream().map(Option::requireId).toList();
    }

    private static String path(String key) {
        return FIELD + "." + key;
    }
}
