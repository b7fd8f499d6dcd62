package waggle.model.declaration;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Records that belong to a record and are removed with it.
 *
 * @param resource of the records that belong to it
 * @param field in which these refer to it
 * @param count the owner's count of them
 */
public record Owned(Supplier<Resource<?>> resource, String field, String count) {

    /** The resource of the owned records; of a nested collection, that of one owner. */
    public Resource<?> of(UUID owner) {
        var owned = resource.get();
        return owned.nesting().isPresent() ? owned.below(owner) : owned;
    }
}
