package waggle.model.catalogue;

/**
 * The pages that need no key (docs/api.md, "Conventions"). Routes, local and deployed, are made from this list; one
 * function replies to all of them.
 */
public enum OpenPage {
    STATUS("/status", true),
    OPENAPI("/openapi.json", false),
    ASYNCAPI("/asyncapi.json", false),
    LIVE_SCRIPT("/live.js", false),
    DOCS("/docs", true),
    CONSOLE("/console", true);

    /** The function's folder under {@code functions} and the last part of its name. */
    public static final String FUNCTION = "site";

    private final String path;
    private final boolean hasMoreBelow;

    OpenPage(String path, boolean hasMoreBelow) {
        this.path = path;
        this.hasMoreBelow = hasMoreBelow;
    }

    /** The whole path: these pages stand at the root of the host, not below {@link ResourceGroup#BASE}. */
    public String path() {
        return path;
    }

    /** Whether the page has files or replies of its own below its path. */
    public boolean hasMoreBelow() {
        return hasMoreBelow;
    }
}
