package waggle.crm;

import io.micronaut.core.annotation.Introspected;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.mapping.SyncedResource;

/**
 * What a run is to do.
 *
 * @param resource the only resource to synchronise; all of the mappings if absent
 * @param full whether all records of both sides are read; if absent, in the first run of a connection only
 * @param dryRun whether the writes are only listed in the log
 */
@Introspected
public record RunRequest(
        @Nullable SyncedResource resource, @Nullable Boolean full, Boolean dryRun) {
    public RunRequest {
        dryRun = Objects.requireNonNullElse(dryRun, false);
    }
}
