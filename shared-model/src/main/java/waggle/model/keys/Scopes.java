package waggle.model.keys;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an API key may do (contract §1, "Permissions").
 *
 * @param granted at least one
 */
public record Scopes(Set<Scope> granted) {

    /** One permission for everything; {@code admin} holds the other two. */
    public enum Scope {
        READ,
        WRITE,
        ADMIN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Scopes {
        if (granted.isEmpty()) {
            throw new IllegalArgumentException("scopes are empty");
        }
        granted = Set.copyOf(granted);
    }

    public static Scopes of(Scope first, Scope... others) {
        return new Scopes(EnumSet.of(first, others));
    }

    /**
     * Reads what {@link #ids()} gave.
     *
     * @throws IllegalArgumentException for a word that is no scope
     */
    public static Scopes parse(Collection<String> ids) {
        return new Scopes(ids.stream()
                .map(id -> Scope.valueOf(id.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean allow(Scope needed) {
        return granted.contains(needed) || granted.contains(Scope.ADMIN);
    }

    public Set<String> ids() {
        return granted.stream().map(Scope::id).collect(Collectors.toUnmodifiableSet());
    }
}
