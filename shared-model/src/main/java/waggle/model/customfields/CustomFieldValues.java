package waggle.model.customfields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;
import waggle.model.FilterType;
import waggle.model.PartnerType;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Records;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;

/**
 * The rule of a resource whose records have custom fields: values match their definitions, are counted as uses of
 * fields and options, and can be used as filters.
 *
 * @param entity the kind of records that the definitions are for
 * @param values of a record, by key
 * @param partnerType of the partner that the record is or belongs to; null if there is none
 */
public record CustomFieldValues<T>(
        CustomField.Entity entity,
        Function<T, ObjectNode> values,
        BiFunction<Records, T, @Nullable PartnerType> partnerType)
        implements Rule<T> {
    /** The field of a record that holds the values by key. */
    public static final String FIELD = "custom_fields";

    @Override
    public T complete(Write write, @Nullable T before, T value) {
        Definitions.of(entity, write).require(values.apply(value), () -> partnerType.apply(write, value));
        return value;
    }

    @Override
    public void contribute(Records records, T value, Contributions contributions) {
        var used = values.apply(value);
        if (!used.isEmpty()) {
            Definitions.of(entity, records).contribute(used, contributions);
        }
    }

    @Override
    public List<Filter> filters() {
        return List.of(new Filter(FIELD, FIELD, Filter.Kind.ENTRIES));
    }

    @Override
    public Map<String, FilterType> filterKeys(Records records) {
        return Definitions.of(entity, records).filters();
    }

    @Override
    public List<String> fields() {
        return List.of(FIELD);
    }

    /** The stored form of values: without nulls, and with numbers in the form of {@link Decimals#plain}. */
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
}
