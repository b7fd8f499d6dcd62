package waggle.model.crm.stored;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.declaration.Resource;

/**
 * A synchronisation that was asked for (docs/crm.md, "Runs"). It is kept for 90 days.
 *
 * @param crmConnectionUuid the connection
 * @param resource the only resource that is synchronised; null for all of the mappings
 * @param full whether all records are read, or only the changed ones
 * @param dryRun whether the writes are only listed: those with this {@code run_uuid} in the log
 * @param status what became of the run
 * @param reason why the run waits or failed; null otherwise
 * @param counts the records so far
 * @param position where the run goes on; null once it has ended
 * @param finishedAt the time of the end
 */
@Introspected
@RecordBuilder
public record CrmRun(
        UUID crmConnectionUuid,
        @Nullable SyncedResource resource,
        boolean full,
        boolean dryRun,
        Status status,
        @Nullable @Size(max = 500) String reason,
        Counts counts,
        @Nullable RunPosition position,
        @Nullable Instant finishedAt) {
    public static final String PATH = "runs";
    static final String CONNECTION = CrmConnection.NAME + "_uuid";
    public static final Resource<CrmRun> RESOURCE = Resource.named("crm_run", PATH, CrmRun.class, run -> "run")
            .lists(list -> list.filters(CONNECTION, "status").groupedBy(CONNECTION))
            .stores(as -> as.keptFor(CrmLogEntry.KEPT))
            .derived()
            .build();

    /** What became of a run. */
    public enum Status {
        RUNNING,
        /** A limit is reached. The run goes on later. */
        WAITING,
        FINISHED,
        FAILED
    }

    /**
     * The records of a run by their outcome.
     *
     * @param read records that were looked at
     * @param written records of which at least one side was written; of a dry run, would be
     * @param parked records that one side refuses
     * @param conflicts records that need a decision
     * @param unlinked links that ended
     * @param held deletions that the brake held
     * @param failed records whose calls failed; they are looked at again
     */
    @Introspected
    public record Counts(
            @Min(0) long read,
            @Min(0) long written,
            @Min(0) long parked,
            @Min(0) long conflicts,
            @Min(0) long unlinked,
            @Min(0) long held,
            @Min(0) long failed) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    /** A run that begins. */
    public static CrmRun begun(UUID connection, @Nullable SyncedResource resource, boolean full, boolean dryRun) {
        return new CrmRun(
                connection, resource, full, dryRun, Status.RUNNING, null, Counts.NONE, RunPosition.START, null);
    }

    public boolean hasEnded() {
        return status == Status.FINISHED || status == Status.FAILED;
    }

    /** The run at another position. */
    public CrmRun at(RunPosition next, Counts counted) {
        return CrmRunBuilder.builder(this)
                .status(Status.RUNNING)
                .reason(null)
                .counts(counted)
                .position(next)
                .build();
    }

    /** The run with other counts. */
    public CrmRun counted(Counts counted) {
        return CrmRunBuilder.from(this).withCounts(counted);
    }

    /** The run that waits for a limit. */
    public CrmRun waiting(String why) {
        return CrmRunBuilder.builder(this).status(Status.WAITING).reason(why).build();
    }

    /** The run at its end. */
    public CrmRun ended(Status how, @Nullable String why, Instant now) {
        return CrmRunBuilder.builder(this)
                .status(how)
                .reason(why)
                .position(null)
                .finishedAt(now)
                .build();
    }
}
