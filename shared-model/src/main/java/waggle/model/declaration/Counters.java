package waggle.model.declaration;

/** The attributes of a record's item that other records' transactions change. */
public final class Counters {
    /** How many records refer to a record and keep it from being removed. */
    public static final String REFERENCES = "refs";

    /** The count of a record that shows clients its {@link #REFERENCES}. */
    public static final String RECORDS = "record_count";

    /** Marks a record that is being removed with all it owns: it accepts neither changes nor references. */
    public static final String DELETING = "deleting";

    private static final String OF_PART = "refs#";

    private Counters() {}

    /** The attribute that has a count which clients see. */
    public static String attribute(String count) {
        return count.equals(RECORDS) ? REFERENCES : count;
    }

    /** How many records refer to a part of a record and keep the part from being dropped. */
    public static String ofPart(String id) {
        return OF_PART + id;
    }
}
