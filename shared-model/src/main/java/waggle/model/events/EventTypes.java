package waggle.model.events;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waggle.model.Fault;

/** The types of events (contract §6), and the patterns by which some of them are meant. */
public final class EventTypes {
    public static final String PING = "ping";
    public static final String ENDPOINT_DISABLED = "webhook_endpoint.disabled";

    /** What a pattern looks like; which types there are is told by {@link #isKnown}. */
    public static final String PATTERN = "\\*|[a-z_]+(?:\\.(?:\\*|[a-z_]+))?";

    public static final String EXPECTED = "must be *, a type of event, or all of a record, like deal.*";

    private static final String UNKNOWN = "must be a type of event that there is, or a pattern of some";

    /** The longest pattern, in characters. */
    public static final int LONGEST = 64;

    private static final Pattern LIKE_ONE = Pattern.compile(PATTERN);
    private static final String ALL = "*";
    private static final List<String> RECORDS = List.of(
            "partner",
            "contact",
            "user",
            "lead",
            "deal",
            "note",
            "payment",
            "stage",
            "tag",
            "category",
            "tier",
            "custom_field",
            "commission_rule");
    private static final Set<String> KNOWN = Stream.concat(
                    RECORDS.stream().flatMap(name -> Stream.of("created", "updated", "deleted")
                            .map(what -> name + "." + what)),
                    Stream.of(
                            "partner.accepted",
                            "partner.stage_changed",
                            "lead.status_changed",
                            "lead.registered",
                            "lead.approved",
                            "lead.rejected",
                            "lead.converted",
                            "deal.stage_changed",
                            "deal.won",
                            "deal.lost",
                            "payment.due",
                            "payment.completed",
                            "payment.failed",
                            ENDPOINT_DISABLED,
                            PING))
            .collect(Collectors.toUnmodifiableSet());

    private EventTypes() {}

    /** Every type there is. */
    public static Set<String> all() {
        return KNOWN;
    }

    /** Whether a pattern means anything at all. */
    public static boolean isKnown(String pattern) {
        return KNOWN.stream().anyMatch(type -> matches(pattern, type));
    }

    /** What is wrong with patterns, beside not looking like one. */
    public static List<Fault> faults(String field, List<String> patterns) {
        return IntStream.range(0, patterns.size())
                .filter(i -> patterns.get(i) != null
                        && LIKE_ONE.matcher(patterns.get(i)).matches())
                .filter(i -> !isKnown(patterns.get(i)))
                .mapToObj(i -> new Fault(field + "[" + i + "]", UNKNOWN))
                .toList();
    }

    /** Whether a type is meant by a pattern: by itself, by {@code deal.*}, or by {@code *}. */
    public static boolean matches(String pattern, String type) {
        return pattern.equals(ALL)
                || pattern.equals(type)
                || (pattern.endsWith("." + ALL)
                        && type.startsWith(pattern.substring(0, pattern.length() - ALL.length())));
    }
}
