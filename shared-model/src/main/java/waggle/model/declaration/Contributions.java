package waggle.model.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.model.table.ItemKey;

/**
 * What one record contributes to others. A write adds, in its own transaction, the difference between the contributions
 * after and before, so that every count and sum is exact.
 */
public final class Contributions {
    private final UUID company;
    private final Map<ItemKey, Contribution> byTarget = new LinkedHashMap<>();

    /** @param company the tenant of the record and of all that it contributes to */
    public Contributions(UUID company) {
        this.company = company;
    }

    /**
     * Refers to a record.
     *
     * @param field with the reference, {@code tag_uuids[2]}
     * @param isCounted whether the reference keeps the other record from being removed
     * @param where the values that the other record must have in its fields
     */
    public void refer(Resource<?> target, UUID uuid, String field, boolean isCounted, Map<String, String> where) {
        to(target, uuid).refer(field, isCounted, where);
    }

    /** Refers to a record that must exist now, and may be removed later. */
    public void mention(Resource<?> target, UUID uuid, String field) {
        to(target, uuid).mention(field);
    }

    /** Refers to a record and to some of its parts. */
    public void refer(Resource<?> target, UUID uuid, String field, Set<String> parts) {
        to(target, uuid).refer(field, parts);
    }

    /** Adds an amount to a count or a sum of another record. */
    public void add(Resource<?> target, UUID uuid, String counter, BigDecimal amount) {
        to(target, uuid).add(counter, amount);
    }

    private Contribution to(Resource<?> target, UUID uuid) {
        return byTarget.computeIfAbsent(target.key(company, uuid), unused -> new Contribution(target, uuid));
    }

    /** The contribution to each record, by the record's key. */
    public Map<ItemKey, Contribution> byTarget() {
        return byTarget;
    }

    /** The counters that a resource's records contribute to by declaration, by the resource that has the counters. */
    public static Map<Resource<?>, Set<String>> declared(Resource<?> resource) {
        return resource.declaredContributions().stream()
                .collect(Collectors.groupingBy(
                        source -> source.reference().target().get(),
                        Collectors.mapping(Source::counter, Collectors.toSet())));
    }

    /** A declared contribution: an amount for every record that a reference of the record names. */
    record Source<T>(Reference reference, String counter, Function<T, BigDecimal> amount) {

        void contribute(JsonNode json, T value, Contributions contributions) {
            var target = reference.target().get();
            uuids(json.path(reference.field()))
                    .forEach(uuid -> contributions.add(target, uuid, counter, amount.apply(value)));
        }

        private static Stream<UUID> uuids(JsonNode value) {
            return (value.isArray() ? value.valueStream() : Stream.of(value))
                    .filter(JsonNode::isTextual)
                    .map(uuid -> UUID.fromString(uuid.textValue()));
        }
    }
}
