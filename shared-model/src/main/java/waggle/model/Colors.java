package waggle.model;

/** Colours of labels (contract §2). */
public final class Colors {
    /** {@code #RRGGBB}, as a regular expression. */
    public static final String PATTERN = "#[0-9A-Fa-f]{6}";

    /** What is said of a text that is none. */
    public static final String EXPECTED = "must be a colour like #1A2B3C";

    /** Behind a label that has no colour of its own. */
    public static final String BACKGROUND = "#6B7280";

    /** Of the text of a label that has no colour of its own. */
    public static final String TEXT = "#FFFFFF";

    private Colors() {}
}
