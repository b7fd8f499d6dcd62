package waggle.model.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.model.Fault;

/**
 * The permissions of an API key (docs/api.md, "Conventions": Permissions).
 *
 * @param ids at least one: {@code read}, {@code tags:read}
 */
public record Scopes(Set<String> ids) {
    /** The most scopes of one key. The authorizer's result for them stays far below the 8 KB that API Gateway accepts. */
    public static final int MOST = 20;

    /** Characters of the longest scope. */
    public static final int LONGEST = 64;

    /** The form of a scope; {@link #known} lists the scopes that exist. */
    public static final String PATTERN = "read|write|admin|[a-z-]{1,50}:(?:read|write)";

    /** A scope that exists, for error messages. */
    static final String EXAMPLE = "tags:read";

    static final String EXPECTED =
            "must be read, write, admin, or one of the first two for a resource, like " + EXAMPLE;

    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final String OF = ":";

    /** One permission. {@code admin} includes the others, and cannot be granted for one resource. */
    public enum Scope {
        READ,
        WRITE,
        ADMIN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Scopes {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("scopes are empty");
        }
        ids = Set.copyOf(ids);
    }

    public static Scopes of(Scope first, Scope... others) {
        return new Scopes(Stream.concat(Stream.of(first), Arrays.stream(others))
                .map(Scope::id)
                .collect(Collectors.toSet()));
    }

    /** Reads stored {@link #ids()}. */
    public static Scopes parse(Collection<String> ids) {
        return new Scopes(Set.copyOf(ids));
    }

    /**
     * The faults of scopes in the right form: repeated ones, and those of unknown resources.
     *
     * @param paths the resources for which there are scopes
     */
    public static List<Fault> faults(String field, List<String> ids, List<String> paths) {
        var faults = new ArrayList<Fault>();
        var known = known(paths);
        var seen = new HashSet<String>();
        for (var i = 0; i < ids.size(); i++) {
            var place = field + "[" + i + "]";
            if (!seen.add(ids.get(i))) {
                faults.add(new Fault(place, "must appear only once"));
            } else if (FORM.matcher(String.valueOf(ids.get(i))).matches() && !known.contains(ids.get(i))) {
                faults.add(new Fault(
                        place, "must name one of the resources " + String.join(", ", paths) + ", like " + EXAMPLE));
            }
        }
        return faults;
    }

    /**
     * All scopes that exist.
     *
     * @param paths the resources for which there are scopes
     */
    public static Set<String> known(List<String> paths) {
        var known = new TreeSet<String>();
        Arrays.stream(Scope.values()).map(Scope::id).forEach(known::add);
        for (var path : paths) {
            known.add(path + OF + Scope.READ.id());
            known.add(path + OF + Scope.WRITE.id());
        }
        return known;
    }

    /** Whether a permission is granted for every resource. */
    public boolean allow(Scope needed) {
        return ids.contains(needed.id()) || ids.contains(Scope.ADMIN.id());
    }

    /** Whether a permission is granted for a resource, alone or with all others. */
    public boolean allow(Scope needed, String path) {
        return allow(needed) || ids.contains(path + OF + needed.id());
    }

    /** Whether a permission is granted for at least one resource. */
    public boolean allowSome(Scope needed) {
        return allow(needed) || ids.stream().anyMatch(id -> id.endsWith(OF + needed.id()));
    }
}
