package waggle.http;

import java.util.regex.Pattern;

/** The paths that can be a resource's. Any other is nothing we have, and is not handed to a parser of URIs. */
final class PlainPath {
    /** Possessive, because a group that can be taken back costs the stack a frame for each part of a long path. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9._-]++)++/?+");

    private PlainPath() {}

    static boolean matches(String path) {
        return PLAIN.matcher(path).matches();
    }
}
