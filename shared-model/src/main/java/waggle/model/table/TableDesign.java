package waggle.model.table;

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

    private TableDesign() {}
}
