package waggle.model.customfields;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waggle.model.Fault;
import waggle.model.customfields.CustomField.Option;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.records.Entity;

/** The custom fields of one kind of records that other records name by their keys, such as commission rules. */
public final class NamedFields {
    private final CustomField.Entity entity;
    private final Map<String, Entity<CustomField>> byKey;

    private NamedFields(CustomField.Entity entity, Map<String, Entity<CustomField>> byKey) {
        this.entity = entity;
        this.byKey = byKey;
    }

    /** The fields as last written. */
    public static NamedFields of(CustomField.Entity entity, Records records) {
        return new NamedFields(
                entity,
                records.all(CustomField.RESOURCE).stream()
                        .filter(field -> field.value().entity() == entity)
                        .collect(Collectors.toMap(field -> field.value().requireKey(), Function.identity())));
    }

    /**
     * The fault of a key without a field of a type.
     *
     * @param at path of the key
     */
    public Optional<Fault> fault(String at, String key, FieldType type) {
        var field = byKey.get(key);
        if (field != null && field.value().type() == type) {
            return Optional.empty();
        }
        var expected = "must be the key of a %s field of %ss".formatted(lower(type), lower(entity));
        var example = byKey.values().stream()
                .map(Entity::value)
                .filter(other -> other.type() == type)
                .map(CustomField::requireKey)
                .min(String::compareTo);
        return Optional.of(
                new Fault(at, example.map(known -> expected + ", like " + known).orElse(expected)));
    }

    /**
     * The faults of ids that are no options of an existing field.
     *
     * @param at path of the ids, with {@code %d} in place of their positions
     */
    public Stream<Fault> faults(String at, String key, List<String> options) {
        var ids = Objects.requireNonNull(byKey.get(key), key).value().options().stream()
                .map(Option::requireId)
                .toList();
        return IntStream.range(0, options.size())
                .filter(i -> !ids.contains(options.get(i)))
                .mapToObj(i -> new Fault(
                        at.formatted(i),
                        "must be the id of an option of the field %s, like %s".formatted(key, ids.getFirst())));
    }

    /** Refers to an existing field and to some of its options, so that both stay. */
    public void refer(String at, String key, Set<String> options, Contributions contributions) {
        var field = Objects.requireNonNull(byKey.get(key), key);
        contributions.refer(CustomField.RESOURCE, field.uuid(), at, options);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
