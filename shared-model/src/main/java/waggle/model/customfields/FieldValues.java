package waggle.model.customfields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.Decimals;
import waggle.model.Fault;
import waggle.model.PartnerType;
import waggle.model.WaggleException;
import waggle.model.customfields.CustomField.Option;
import waggle.model.store.Entity;
import waggle.model.store.Store;
import waggle.model.store.Use;

/**
 * The custom fields of one entity, and what their values on a record must be (contract §2, "Values of custom fields").
 * Whoever stores such values checks them here, and counts as uses what they use.
 */
public final class FieldValues {
    /** The field of a record that holds the values by key. */
    public static final String FIELD = "custom_fields";

    private final Supplier<Collection<Entity<CustomField>>> definitions;
    private final CustomField.Entity entity;
    private @Nullable Map<String, Entity<CustomField>> byKey;

    private FieldValues(Supplier<Collection<Entity<CustomField>>> definitions, CustomField.Entity entity) {
        this.definitions = definitions;
        this.entity = entity;
    }

    /** The fields as last written; they are read when they are needed first. */
    public static FieldValues of(CustomField.Entity entity, Store<?> store, Actor actor) {
        return new FieldValues(() -> store.of(CustomField.RESOURCE).all(actor), entity);
    }

    private Map<String, Entity<CustomField>> byKey() {
        var known = byKey;
        if (known == null) {
            known = definitions.get().stream()
                    .filter(definition -> definition.value().entity() == entity)
                    .collect(Collectors.toMap(definition -> definition.value().requireKey(), Function.identity()));
            byKey = known;
        }
        return known;
    }

    /** The keys that values can stand under. */
    public Set<String> keys() {
        return byKey().keySet();
    }

    /** Values as they are kept: none that are null, and each number in one form. */
    public static ObjectNode normal(@Nullable ObjectNode values) {
        var normal = JsonNodeFactory.instance.objectNode();
        if (values != null) {
            values.properties().stream()
                    .filter(value -> !value.getValue().isNull())
                    .forEach(value -> normal.set(value.getKey(), normal(value.getValue())));
        }
        return normal;
    }

    private static JsonNode normal(JsonNode value) {
        return value.isNumber() ? JsonNodeFactory.instance.numberNode(Decimals.plain(value.decimalValue())) : value;
    }

    /**
     * Refuses values that are not sound.
     *
     * @throws WaggleException with everything that is wrong with the values of a record
     */
    public void require(ObjectNode values, @Nullable PartnerType partnerType) {
        var faults = faults(values, partnerType);
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
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
            var definition = byKey().get(value.getKey());
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
        return byKey().values().stream()
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
                .map(value -> use(Objects.requireNonNull(byKey().get(value.getKey())), value.getValue()))
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
