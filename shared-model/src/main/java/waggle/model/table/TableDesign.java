package waggle.model.table;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The names of the one table: its keys, its indexes and its time-to-live attribute (README, "The table"). */
public final class TableDesign {
    public static final String PARTITION_KEY = "pk";
    public static final String SORT_KEY = "sk";

    /** Epoch seconds; an item that carries it as a number vanishes after that time. */
    public static final String TIME_TO_LIVE = "expires_at";

    /**
     * The index of what lists judge records by, with the table's partition key. Only records have its sort key, so no
     * other item lies in it.
     */
    public static final String FACETS_INDEX = "facets";

    /** The index of what belongs to one record, with that record's {@link #PARENT} as partition key. */
    public static final String PARENT_INDEX = "parent";

    /** Which record an item belongs to. */
    public static final String PARENT = "parent";

    /** The sort key of both indexes: ISO 8601, UTC, with milliseconds. */
    public static final String CREATED_AT = "created_at";

    /** The only attribute in the indexes beside the keys. */
    public static final String FACETS = "facets";

    /**
     * The index of what is to be looked at when its time has come, with {@link #DUE} as partition key and {@link #DUE_AT} as
     * sort key. Only what waits for a time has both.
     */
    public static final String DUE_INDEX = "due";

    /** One of some partitions that what is due is spread over. */
    public static final String DUE = "due_shard";

    /** ISO 8601, UTC, with milliseconds. */
    public static final String DUE_AT = "next_attempt_at";

    /** What the index {@link #DUE_INDEX} has beside the keys: enough to know what is to be done. */
    public static final List<String> DUE_ATTRIBUTES = List.of("webhook_endpoint_uuid", "event_uuid", "record_uuid");

    private static final int DUE_SHARDS = 4;

    private TableDesign() {}

    /** The partition of the index {@link #DUE_INDEX} that a record is in. */
    public static String dueShard(UUID uuid) {
        return dueShard(Math.floorMod(uuid.hashCode(), DUE_SHARDS));
    }

    /** All partitions of the index {@link #DUE_INDEX}. */
    public static List<String> dueShards() {
        return IntStream.range(0, DUE_SHARDS).mapToObj(TableDesign::dueShard).toList();
    }

    private static String dueShard(int number) {
        return "DUE#" + number;
    }
}
