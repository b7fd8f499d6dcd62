package waggle.providers.call;

/** Texts as HTML, for fields in which a CRM keeps HTML. Nothing in a text becomes a tag but its line breaks. */
public final class Html {
    private static final String BREAK = "<br>";

    private Html() {}

    /** The HTML of a text. */
    public static String of(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r\n", "\n")
                .replace("\n", BREAK);
    }

    /** The text of HTML that {@link #of} has made. Other tags stay as they are. */
    public static String text(String html) {
        return html.replaceAll("<br ?/?>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
