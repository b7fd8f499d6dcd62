package waggle.model.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Resource;
import waggle.model.table.ItemKey;

/**
 * The names that a record had, stored as one item (README, "Names of former times").
 *
 * @param names the newest first, at most {@value #MOST}
 * @param since the time from which on the names are known; null if no older name fell out
 */
public record FormerNames(List<Former> names, @Nullable Instant since) {
    /** The names of a record that has always had its name. */
    public static final FormerNames NONE = new FormerNames(List.of(), null);

    static final int MOST = 20;

    private static final String NAMES = "names";
    private static final String NAME = "name";
    private static final String UNTIL = "until";
    private static final String SINCE = "since";

    /**
     * A name that a record had.
     *
     * @param name as in sentences for a person
     * @param until the time of the write that gave the record another name, or deleted it; to the millisecond
     */
    public record Former(String name, Instant until) {}

    /** The key of the former names of a record. */
    public static ItemKey key(UUID company, Resource<?> resource, UUID uuid) {
        return ItemKey.formerNames(resource.collection(company), uuid);
    }

    /** Reads an item of former names. */
    public static FormerNames of(Map<String, AttributeValue> item) {
        var names = Objects.requireNonNull(item.get(NAMES)).l().stream()
                .map(AttributeValue::m)
                .map(former -> new Former(
                        Objects.requireNonNull(former.get(NAME)).s(), time(Objects.requireNonNull(former.get(UNTIL)))))
                .toList();
        return new FormerNames(
                names,
                Optional.ofNullable(item.get(SINCE)).map(FormerNames::time).orElse(null));
    }

    /** The item with a key. */
    public Map<String, AttributeValue> item(ItemKey key) {
        var item = new HashMap<>(key.attributes());
        item.put(
                NAMES,
                AttributeValue.fromL(names.stream()
                        .map(former -> AttributeValue.fromM(
                                Map.of(NAME, AttributeValue.fromS(former.name), UNTIL, time(former.until))))
                        .toList()));
        if (since != null) {
            item.put(SINCE, time(since));
        }
        return item;
    }

    private static Instant time(AttributeValue millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis.n()));
    }

    private static AttributeValue time(Instant time) {
        return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
    }

    /** The names after a write that ends the name of now. The oldest name falls out if there are too many. */
    public FormerNames with(String name, Instant until) {
        var longer = new ArrayList<>(List.of(new Former(name, until)));
        longer.addAll(names);
        return longer.size() > MOST
                ? new FormerNames(List.copyOf(longer.subList(0, MOST)), longer.get(MOST).until)
                : new FormerNames(List.copyOf(longer), since);
    }

    /**
     * The name that the record had at a time, after the writes of that time. A deleted record has its last name from its
     * deletion on.
     *
     * @param now the name of now; null if the record is deleted
     * @return empty if the name of the time fell out, or if the record was deleted before former names were stored
     */
    public Optional<String> at(Instant time, @Nullable String now) {
        if (since != null && time.isBefore(since)) {
            return Optional.empty();
        }
        return names.reversed().stream()
                .filter(former -> former.until.isAfter(time))
                .map(Former::name)
                .findFirst()
                .or(() -> Optional.ofNullable(now))
                .or(() -> names.stream().map(Former::name).findFirst());
    }
}
