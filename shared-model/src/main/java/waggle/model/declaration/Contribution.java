package waggle.model.declaration;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one record contributes to one other record: amounts by counter, and the references that need the other record. */
public final class Contribution {
    private final Resource<?> target;
    private final UUID uuid;
    private final Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    private final Set<String> parts = new LinkedHashSet<>();
    private final Map<String, String> where = new LinkedHashMap<>();
    private @Nullable String field;
    private boolean isBinding;

    Contribution(Resource<?> target, UUID uuid) {
        this.target = target;
        this.uuid = uuid;
    }

    /** A record counts once, in however many fields it refers to the same other record. */
    void refer(String referringField, boolean isCounted, Map<String, String> conditions) {
        mention(referringField);
        isBinding = true;
        where.putAll(conditions);
        if (isCounted) {
            amounts.put(Counters.REFERENCES, BigDecimal.ONE);
        }
    }

    void mention(String referringField) {
        if (field == null) {
            field = referringField;
        }
    }

    void refer(String referringField, Set<String> ids) {
        refer(referringField, true, Map.of());
        parts.addAll(ids);
        ids.forEach(id -> amounts.put(Counters.ofPart(id), BigDecimal.ONE));
    }

    void add(String counter, BigDecimal amount) {
        amounts.merge(counter, amount, BigDecimal::add);
    }

    public Resource<?> target() {
        return target;
    }

    public UUID uuid() {
        return uuid;
    }

    public BigDecimal amount(String counter) {
        return amounts.getOrDefault(counter, BigDecimal.ZERO);
    }

    public Set<String> counters() {
        return amounts.keySet();
    }

    /** The ids of the parts that the record refers to. */
    public Set<String> parts() {
        return parts;
    }

    /** The values that the other record must have in its fields. */
    public Map<String, String> where() {
        return where;
    }

    /** Whether the other record exists as long as the reference does. */
    public boolean isBinding() {
        return isBinding;
    }

    /** The first field with the reference, such as {@code tag_uuids[2]}; null when there is none. */
    public @Nullable String field() {
        return field;
    }

    /** The fault of a reference to a record that does not exist or does not fit. */
    public String expected() {
        var which = new StringBuilder("must be the uuid of a ").append(target.noun());
        where.forEach((name, value) ->
                which.append(" of ").append(name.replace('_', ' ')).append(' ').append(value));
        return which.toString();
    }
}
