package waggle.model.table;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a record's partition key, which {@link ItemKey#collection} creates. */
public record CollectionKey(UUID company, String type) {
    private static final Pattern PARTITION = Pattern.compile("C#([0-9a-f-]{36})#([a-z_]+)");

    /** Returns empty for the partition key of an item that is not a record. */
    public static Optional<CollectionKey> from(String partition) {
        return Optional.of(PARTITION.matcher(partition))
                .filter(Matcher::matches)
                .map(matcher -> new CollectionKey(UUID.fromString(matcher.group(1)), matcher.group(2)));
    }

    public boolean isOf(String wanted) {
        return type.equals(wanted);
    }
}
