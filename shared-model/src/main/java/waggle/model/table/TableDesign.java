package waggle.model.table;

/** The names of the one table: its keys and time-to-live attribute (README, "The table"). */
public final class TableDesign {
    public static final String PARTITION_KEY = "pk";
    public static final String SORT_KEY = "sk";

    /** Epoch seconds; an item that carries it as a number vanishes after that time. */
    public static final String TIME_TO_LIVE = "expires_at";

    private TableDesign() {}
}
