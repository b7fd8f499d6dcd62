package waggle.model.write;

import java.util.UUID;
import waggle.model.declaration.Resource;
import waggle.model.records.Precondition;

/** A record is to be removed while it owns others: these are removed first, in transactions of their own. */
final class OwnsOthers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Resource<?> resource;
    private final UUID uuid;
    private final transient Precondition precondition;

    OwnsOthers(Resource<?> resource, UUID uuid, Precondition precondition) {
        super(null, null, false, false);
        this.resource = resource;
        this.uuid = uuid;
        this.precondition = precondition;
    }

    Resource<?> resource() {
        return resource;
    }

    UUID uuid() {
        return uuid;
    }

    Precondition precondition() {
        return precondition;
    }
}
