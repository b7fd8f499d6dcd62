package waggle.http.request;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;

/**
 * Entity tags and the conditional headers that carry them (docs/api.md, "Concurrency"; RFC 9110 §8.8.3 and §13.1). A tag
 * is a record's version, {@code "3"}, followed by the number of count changes, if any: {@code "3-12"}.
 */
public final class EntityTags {
    public static final String HEADER = "ETag";
    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final Pattern LIST = Pattern.compile("[ \\t,]*+(?:(?:W/)?\"[^\"]*+\"[ \\t]*+(?:,[ \\t,]*+|$))++");
    private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,17})(?:-[0-9]+)?");

    private EntityTags() {}

    /** A changed count keeps the version but changes the tag. */
    public static String of(Entity<?> entity) {
        var moves = entity.moves() == 0 ? "" : "-" + entity.moves();
        return '"' + Long.toString(entity.version()) + moves + '"';
    }

    /**
     * The versions that {@code If-Match} allows. Count changes are ignored. Weak tags and tags of another format match no
     * version; a missing header and {@code *} match every version.
     *
     * @throws WaggleException {@link waggle.model.ErrorCode#INVALID_REQUEST} if the header is no list of tags
     */
    static Precondition ifMatch(GatewayEvent event) {
        var values = event.headers(IF_MATCH);
        if (values.isEmpty() || values.stream().anyMatch(value -> value.strip().equals(ANY))) {
            return Precondition.NONE;
        }
        if (!LIST.matcher(String.join(",", values)).matches()) {
            throw WaggleException.invalid(List.of(new Fault(IF_MATCH, "must be entity tags in quotes like \"1\"")));
        }
        var versions = new HashSet<Long>();
        tags(values)
                .filter(tag -> tag.group(1) == null)
                .map(tag -> VERSION.matcher(tag.group(2)))
                .filter(Matcher::matches)
                .forEach(version -> versions.add(Long.valueOf(version.group(1))));
        return new Precondition(Set.copyOf(versions));
    }

    /** Whether {@code If-None-Match} contains a tag, by weak comparison: {@code W/} is ignored. */
    public static boolean ifNoneMatchHas(String tag, GatewayEvent event) {
        var values = event.headers(IF_NONE_MATCH);
        return values.stream().anyMatch(value -> value.strip().equals(ANY))
                || tags(values).anyMatch(found -> tag.equals('"' + found.group(2) + '"'));
    }

    /** The tags of a list; empty if the header is not a list of tags. */
    private static Stream<MatchResult> tags(List<String> values) {
        var list = String.join(",", values);
        return LIST.matcher(list).matches() ? TAG.matcher(list).results() : Stream.empty();
    }
}
