package waggle.events;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import waggle.model.table.ItemKey;

/** The parts of a record's partition key, which {@link ItemKey#collection} creates. */
record CollectionKey(UUID company, String type) {
    private static final Pattern PARTITION = Pattern.compile("C#([0-9a-f-]{36})#([a-z_]+)");

    /** Returns empty for the partition key of an item that is not a record. */
    static Optional<CollectionKey> from(String partition) {
        return Optional.of(PARTITION.matcher(partition))
                .filter(Matcher::matches)
                .map(matcher -> new CollectionKey(UUID.fromString(matcher.group(1)), matcher.group(2)));
    }

    boolean isOf(String wanted) {
        return type.equals(wanted);
    }
}
