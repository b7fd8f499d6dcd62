package waggle.model.table;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The keys, the indexes and the time-to-live attribute of the table (README, "The table"). */
public final class TableDesign {
    public static final String PARTITION_KEY = "pk";
    public static final String SORT_KEY = "sk";

    /** Epoch seconds; DynamoDB deletes an item some time after them. */
    public static final String TIME_TO_LIVE = "expires_at";

    /** The images in the table's stream. The relay reads new events only, so the stream has no old images. */
    public static final String STREAM_VIEW = "NEW_IMAGE";

    /** The partition key of {@link #PARENT_INDEX}: the group that a record belongs to. */
    public static final String PARENT = "parent";

    /** The partition key of {@link #SECOND_PARENT_INDEX}: the second group that a record belongs to. */
    public static final String SECOND_PARENT = "second_parent";

    /** The sort key of {@link #PARENT_INDEX}: ISO 8601, UTC, with milliseconds. Every record has it. */
    public static final String CREATED_AT = "created_at";

    /** The sort key of {@link #FACETS_INDEX}: {@link #CREATED_AT} again. Only records of counted collections have it. */
    public static final String LISTED_AT = "listed_at";

    /** The version of the attributes that are derived from a record's fields ({@code RecordItems}). */
    public static final String SCHEMA = "v";

    /** The values by which lists filter, search and sort records. */
    public static final String FACETS = "facets";

    /**
     * The partition key of {@link #DUE_INDEX}: one of {@link #dueShards}. Only records that wait for a time have it.
     */
    public static final String DUE = "due_shard";

    /** The sort key of {@link #DUE_INDEX}: ISO 8601, UTC, with milliseconds. */
    public static final String DUE_AT = "next_attempt_at";

    /** The facets of the records of each collection. */
    public static final String FACETS_INDEX = "facets";

    /** The facets of the records of each group, such as the contacts of one partner. */
    public static final String PARENT_INDEX = "parent";

    /** The same for records that belong to two groups, such as the payments of one deal and of one partner. */
    public static final String SECOND_PARENT_INDEX = "second_parent";

    /** The records that wait for a time. */
    public static final String DUE_INDEX = "due";

    /** The attributes of {@link #DUE_INDEX}: those of a delivery task. */
    static final List<String> DUE_ATTRIBUTES = List.of("webhook_endpoint_uuid", "event_uuid", "record_uuid");

    /** The indexes of the groups of a record: of its first group, and of its second. */
    public static final List<TableIndex> GROUP_INDEXES = List.of(
            new TableIndex(PARENT_INDEX, PARENT, CREATED_AT, List.of(FACETS)),
            new TableIndex(SECOND_PARENT_INDEX, SECOND_PARENT, CREATED_AT, List.of(FACETS)));

    /** The index of the facets of whole collections. */
    public static final TableIndex ALL_FACETS = new TableIndex(FACETS_INDEX, PARTITION_KEY, LISTED_AT, List.of(FACETS));

    /** Every index of the table. The local table and the deployed one are built from this list. */
    public static final List<TableIndex> INDEXES = List.of(
            ALL_FACETS,
            GROUP_INDEXES.getFirst(),
            GROUP_INDEXES.getLast(),
            new TableIndex(DUE_INDEX, DUE, DUE_AT, DUE_ATTRIBUTES));

    private static final int DUE_SHARDS = 4;

    private TableDesign() {}

    /** The partition of a record in {@link #DUE_INDEX}. */
    public static String dueShard(UUID uuid) {
        return dueShard(Math.floorMod(uuid.hashCode(), DUE_SHARDS));
    }

    /** All partitions of {@link #DUE_INDEX}. */
    public static List<String> dueShards() {
        return IntStream.range(0, DUE_SHARDS).mapToObj(TableDesign::dueShard).toList();
    }

    private static String dueShard(int number) {
        return "DUE#" + number;
    }
}
