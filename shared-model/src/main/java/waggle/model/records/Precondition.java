package waggle.model.records;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions that {@code If-Match} accepts (docs/api.md, "Conventions"; RFC 9110 §13.1.1).
 *
 * @param versions the record must have one of these versions; null accepts every version
 */
public record Precondition(@Nullable Set<Long> versions) {
    public static final Precondition NONE = new Precondition(null);

    /** Accepts one version. */
    public static Precondition version(long version) {
        return new Precondition(Set.of(version));
    }

    public boolean holdsFor(Entity<?> entity) {
        return versions == null || versions.contains(entity.version());
    }
}
