package waggle.http;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import waggle.model.store.Entity;
import waggle.model.store.Precondition;

/** Versions as entity tags: {@code "3"} (contract §1, "Concurrency"; RFC 9110 §8.8.3 and §13.1). */
final class EntityTags {
    static final String HEADER = "ETag";
    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final Pattern LIST = Pattern.compile("[ \\t,]*+(?:(?:W/)?\"[^\"]*+\"[ \\t]*+(?:,[ \\t,]*+|$))++");
    private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,17})(?:-[0-9]+)?");

    private EntityTags() {}

    /** Where counts were moved, which leaves the version as it is, the tag says so behind it. */
    static String of(Entity<?> entity) {
        var moves = entity.moves() == 0 ? "" : "-" + entity.moves();
        return '"' + Long.toString(entity.version()) + moves + '"';
    }

    /** What {@code If-Match} demands: counts do not matter to it. Only strong tags count; what is no version of ours matches none. */
    static Precondition ifMatch(GatewayEvent event) {
        var values = event.headers(IF_MATCH);
        if (values.isEmpty() || values.stream().anyMatch(value -> value.strip().equals(ANY))) {
            return Precondition.NONE;
        }
        var versions = new HashSet<Long>();
        tags(values)
                .filter(tag -> tag.group(1) == null)
                .map(tag -> VERSION.matcher(tag.group(2)))
                .filter(Matcher::matches)
                .forEach(version -> versions.add(Long.valueOf(version.group(1))));
        return new Precondition(Set.copyOf(versions));
    }

    /** Whether a GET or HEAD would only tell its client what it has: tags are compared without {@code W/}. */
    static boolean unchanged(GatewayEvent event, GatewayAnswer answer) {
        return answer.status() == 200
                && List.of("GET", "HEAD").contains(event.getHttpMethod())
                && Optional.ofNullable(answer.headers().get(HEADER))
                        .filter(tag -> matches(event.headers(IF_NONE_MATCH), tag))
                        .isPresent();
    }

    private static boolean matches(List<String> values, String tag) {
        return values.stream().anyMatch(value -> value.strip().equals(ANY))
                || tags(values).anyMatch(found -> tag.equals('"' + found.group(2) + '"'));
    }

    /** The tags of a list; none of a header that is no list of tags. */
    private static Stream<MatchResult> tags(List<String> values) {
        var list = String.join(",", values);
        return LIST.matcher(list).matches() ? TAG.matcher(list).results() : Stream.empty();
    }
}
