package waggle.http;

import java.util.regex.Pattern;

/** The paths that can be a resource's. Any other is nothing we have, and is not handed to a parser of URIs. */
final class PlainPath {
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9._-]+)+/?");

    private PlainPath() {}

    static boolean matches(String path) {
        return PLAIN.matcher(path).matches();
    }
}
