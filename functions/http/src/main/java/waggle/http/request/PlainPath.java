package waggle.http.request;

import java.util.regex.Pattern;

/** The paths that a resource can have. All others return 404 before they reach a URI parser. */
public final class PlainPath {
    /** Possessive, because backtracking would need a stack frame for each segment of a long path. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9._-]++)++/?+");

    private PlainPath() {}

    public static boolean matches(String path) {
        return PLAIN.matcher(path).matches();
    }
}
