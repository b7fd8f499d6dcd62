package waggle.model.events;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import waggle.model.Fault;

/**
 * The types of events, and the patterns that select types (docs/api.md, "Events and webhooks").
 *
 * @param all every type; the declarations of the resources name them
 */
public record EventTypes(Set<String> all) {
    public static final String PING = "ping";
    public static final String ENDPOINT_DISABLED = "webhook_endpoint.disabled";

    /** The form of a pattern; {@link #selectsAny} tells whether it selects a type that exists. */
    public static final String PATTERN = "\\*|[a-z_]+(?:\\.(?:\\*|[a-z_]+))?";

    public static final String EXPECTED = "must be *, an event type like tag.created, or a pattern like tag.*";

    /** The message for a pattern that selects no type. */
    public static final String UNKNOWN = "must select an event type that exists, like tag.created or tag.*";

    /** Characters of the longest pattern. */
    public static final int LONGEST = 64;

    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final String ALL = "*";

    public EventTypes {
        all = Set.copyOf(all);
    }

    /** The declared types and {@link #PING}. */
    public static EventTypes of(Collection<String> declared) {
        var types = new TreeSet<>(declared);
        types.add(PING);
        return new EventTypes(types);
    }

    /** Whether a pattern selects a type that exists. */
    public boolean selectsAny(String pattern) {
        return all.stream().anyMatch(type -> matches(pattern, type));
    }

    /** The types that some patterns with commas between select; empty if one of them selects none. */
    public Optional<Set<String>> selected(String patterns) {
        var selected = new HashSet<String>();
        for (var pattern : patterns.split(",", -1)) {
            if (!selectsAny(pattern)) {
                return Optional.empty();
            }
            all.stream().filter(type -> matches(pattern, type)).forEach(selected::add);
        }
        return Optional.of(selected);
    }

    /** The faults of patterns that have the right form. */
    public List<Fault> faults(String field, List<String> patterns) {
        return IntStream.range(0, patterns.size())
                .filter(i ->
                        patterns.get(i) != null && FORM.matcher(patterns.get(i)).matches())
                .filter(i -> !selectsAny(patterns.get(i)))
                .mapToObj(i -> new Fault(field + "[" + i + "]", UNKNOWN))
                .toList();
    }

    /** Whether a pattern selects a type: the type itself, {@code deal.*}, or {@code *}. */
    public static boolean matches(String pattern, String type) {
        return pattern.equals(ALL)
                || pattern.equals(type)
                || (pattern.endsWith("." + ALL)
                        && type.startsWith(pattern.substring(0, pattern.length() - ALL.length())));
    }
}
