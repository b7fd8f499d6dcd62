package waggle.model.keys;

import java.util.List;
import waggle.model.keys.Scopes.Scope;

/** The access that a request needs by its method (docs/api.md, "Permissions"). */
public final class MethodAccess {
    /** The methods that need read access. */
    public static final List<String> READING = List.of("GET", "HEAD");

    /** The methods that need write access. */
    public static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");

    /** The paths, below the base path, at which POST changes nothing and needs read access. */
    public static final List<String> READING_POSTS = List.of("leads/check", "commission-rules/preview", "live/tickets");

    /** The paths, below the base path, that every key reads, since they tell a key about itself. */
    public static final List<String> OPEN_READS = List.of("me");

    private MethodAccess() {}

    /**
     * Whether every key may send a request.
     *
     * @param path below the base path: {@code me}
     */
    public static boolean isOpen(String method, String path) {
        return READING.contains(method) && OPEN_READS.contains(path);
    }

    /**
     * The access that a request needs.
     *
     * @param path below the base path: {@code leads/check}
     */
    public static Scope needed(String method, String path) {
        return READING.contains(method) || (method.equals("POST") && READING_POSTS.contains(path))
                ? Scope.READ
                : Scope.WRITE;
    }

    /** The error of a request whose key lacks an access. */
    public static String refusal(Scope needed) {
        var access =
                switch (needed) {
                    case READ -> "Read";
                    case WRITE -> "Write";
                    case ADMIN -> "Admin";
                };
        return access + " access required for this operation";
    }
}
