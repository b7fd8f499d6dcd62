package waggle.model.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * That a record refers to another.
 *
 * @param target the other's resource
 * @param uuid the other's
 * @param counters the numbers of the other that count it
 * @param parts the parts of the other that it refers to
 * @param where what the other must have in its fields
 * @param field where the reference stands, {@code tag_uuids[2]}
 */
public record Use(
        Resource<?> target,
        UUID uuid,
        Set<String> counters,
        Set<String> parts,
        Map<String, String> where,
        String field) {

    /** The use of some parts of a record. */
    public static Use ofParts(Resource<?> target, UUID uuid, Set<String> parts, String field) {
        return new Use(target, uuid, Set.of(Uses.OF_RECORD), parts, Map.of(), field);
    }

    /** Both uses of the same record as one. */
    Use and(Use other) {
        var conditions = new LinkedHashMap<>(where);
        conditions.putAll(other.where);
        return new Use(target, uuid, union(counters, other.counters), union(parts, other.parts), conditions, field);
    }

    /** Everything that counts it. */
    Set<String> allCounters() {
        return union(counters, parts.stream().map(Uses::ofPart).collect(Collectors.toSet()));
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        var union = new HashSet<>(first);
        union.addAll(second);
        return union;
    }

    /** Says what the field must be, when it is not. */
    String expected() {
        var which = new StringBuilder("must be the uuid of a ").append(target.noun());
        where.forEach((name, value) ->
                which.append(" of ").append(name.replace('_', ' ')).append(' ').append(value));
        return which.toString();
    }
}
