package waggle.model;

/** The colours of labels (docs/api.md, "Configuration"). */
public final class Colors {
    /** {@code #RRGGBB}, as a regular expression. */
    public static final String PATTERN = "#[0-9A-Fa-f]{6}";

    /** The fault of any other text. */
    public static final String EXPECTED = "must be a colour like #1A2B3C";

    /** The background of a label without a colour of its own. */
    public static final String BACKGROUND = "#6B7280";

    /** The text colour of a label without a colour of its own. */
    public static final String TEXT = "#FFFFFF";

    private Colors() {}
}
