package waggle.acceptance.exchange;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An operation of an OpenAPI document.
 *
 * @param path including the prefix of its server
 * @param pointer where it is in the document
 */
public record ApiOperation(ApiDocument document, String verb, String path, String pointer) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    public List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    boolean fits(String requested) {
        return matcher(requested).matches();
    }

    /** The value of a variable in a requested path. */
    String variable(String name, String requested) {
        var matcher = matcher(requested);
        return matcher.matches() ? matcher.group(name) : "";
    }

    /** Pointers to the parameters, references followed. */
    public List<String> parameters() {
        return IntStream.range(0, document.at(pointer + "/parameters").size())
                .mapToObj(i -> document.followed(pointer + "/parameters/" + i))
                .toList();
    }

    public boolean hasBody() {
        return document.at(pointer).has("requestBody");
    }

    /** Whether the operation accepts a body of a media type. */
    public boolean takes(String mediaType) {
        return document.at(pointer + "/requestBody/content").has(mediaType);
    }

    /** A pointer to the schema of the bodies of a media type. */
    public String body(String mediaType) {
        return pointer + "/requestBody/content/" + ApiDocument.escaped(mediaType) + "/schema";
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }

    private Matcher matcher(String requested) {
        return Pattern.compile(VARIABLE.matcher(path).replaceAll("(?<$1>[^/]+)"))
                .matcher(requested);
    }
}
