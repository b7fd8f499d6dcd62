package waggle.model.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code If-Match} demands of a record's version (contract §1, "Concurrency"; RFC 9110 §13.1.1).
 *
 * @param versions the versions of which one must be the record's; any will do when null
 */
public record Precondition(@Nullable Set<Long> versions) {
    public static final Precondition NONE = new Precondition(null);

    boolean holdsFor(Entity<?> entity) {
        return versions == null || versions.contains(entity.version());
    }
}
