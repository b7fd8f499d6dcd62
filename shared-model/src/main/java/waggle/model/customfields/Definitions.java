package waggle.model.customfields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.FilterType;
import waggle.model.PartnerType;
import waggle.model.WaggleException;
import waggle.model.customfields.CustomField.Option;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.records.Entity;

/** The custom fields of one kind of records, which validate values (docs/api.md, "Configuration"). */
final class Definitions {
    private final Map<String, Entity<CustomField>> byKey;

    private Definitions(Map<String, Entity<CustomField>> byKey) {
        this.byKey = byKey;
    }

    /** The definitions as last written. */
    static Definitions of(CustomField.Entity entity, Records records) {
        return new Definitions(records.all(CustomField.RESOURCE).stream()
                .filter(definition -> definition.value().entity() == entity)
                .collect(Collectors.toMap(definition -> definition.value().requireKey(), Function.identity())));
    }

    /** The values by which lists can be filtered, by the key of the field. */
    Map<String, FilterType> filters() {
        return byKey.values().stream()
                .map(Entity::value)
                .collect(Collectors.toMap(
                        CustomField::requireKey, field -> field.type().filter(ids(field))));
    }

    /** @throws WaggleException with all {@link #faults} of the values, if there are any */
    void require(ObjectNode values, Supplier<@Nullable PartnerType> partnerType) {
        var faults = faults(values, partnerType);
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
    }

    /**
     * The faults of values: unknown keys, wrong types, missing required values.
     *
     * @param partnerType of the record; fields of another partner type are not required
     */
    List<Fault> faults(ObjectNode values, Supplier<@Nullable PartnerType> partnerType) {
        var faults = new ArrayList<Fault>();
        for (var value : values.properties()) {
            var definition = byKey.get(value.getKey());
            if (definition == null) {
                faults.add(new Fault(path(value.getKey()), "is not a known custom field"));
            } else if (!value.getValue().isNull()) {
                var field = definition.value();
                field.type()
                        .fault(value.getValue(), ids(field))
                        .ifPresent(expected -> faults.add(new Fault(path(field.requireKey()), expected)));
            }
        }
        missing(values, partnerType).forEach(key -> faults.add(new Fault(path(key), "is required")));
        return faults;
    }

    private Stream<String> missing(ObjectNode values, Supplier<@Nullable PartnerType> partnerType) {
        var missing = byKey.values().stream()
                .map(Entity::value)
                .filter(CustomField::required)
                .filter(field -> !values.hasNonNull(field.requireKey()))
                .toList();
        var type = missing.isEmpty() ? null : partnerType.get();
        return missing.stream()
                .filter(field -> field.partnerType() == null || field.partnerType() == type)
                .map(CustomField::requireKey)
                .sorted();
    }

    /** Adds a reference to each field that valid values use, and to each option of a select field. */
    void contribute(ObjectNode values, Contributions contributions) {
        for (var value : values.properties()) {
            if (!value.getValue().isNull()) {
                var definition = Objects.requireNonNull(byKey.get(value.getKey()), value.getKey());
                var options = definition.value().type().hasOptions() ? options(value.getValue()) : Set.<String>of();
                contributions.refer(CustomField.RESOURCE, definition.uuid(), path(value.getKey()), options);
            }
        }
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
        return CustomFieldValues.FIELD + "." + key;
    }
}
