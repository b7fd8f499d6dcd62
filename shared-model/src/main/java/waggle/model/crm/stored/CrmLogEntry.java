package waggle.model.crm.stored;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.CodePoints;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.Choice;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.LogRow;
import waggle.model.crm.sync.Signal;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;

/**
 * A write of the synchronisation, or what it could not write (docs/crm.md, "Log"). It is kept for 90 days.
 *
 * @param connectionUuid the connection
 * @param runUuid the run; null outside of one
 * @param resource of the record
 * @param recordUuid the record; null if it does not exist
 * @param remoteId the CRM's identifier; null if its record does not exist
 * @param outcome what became of it; a dry run has planned writes only
 * @param direction the side that is written: {@code to_crm} or {@code from_crm}
 * @param action what is written
 * @param changes of the fields
 * @param message a sentence; null for a write
 * @param remoteRequestId the CRM's identifier of the call; null without one
 */
@Introspected
public record CrmLogEntry(
        UUID connectionUuid,
        @Nullable UUID runUuid,
        SyncedResource resource,
        @Nullable UUID recordUuid,
        @Nullable @Size(max = 100) String remoteId,
        Outcome outcome,
        @Nullable Direction direction,
        LogRow.@Nullable Action action,
        List<Change> changes,
        @Nullable @Size(max = CrmLogEntry.LONGEST_MESSAGE) String message,
        @Nullable @Size(max = 200) String remoteRequestId) {
    public static final String PATH = "crm-log";

    /** The time for which entries are kept. */
    static final Duration KEPT = Duration.ofDays(90);

    static final int LONGEST_MESSAGE = 1_000;

    public static final Resource<CrmLogEntry> RESOURCE = Resource.named(
                    "crm_log_entry", PATH, CrmLogEntry.class, entry -> "entry")
            .lists(list -> list.filters(
                            CrmLink.CONNECTION, CrmLink.RECORD, "run_uuid", "remote_id", "outcome", "direction")
                    .groupedBy(CrmLink.CONNECTION, CrmLink.RECORD))
            .stores(as -> as.keptFor(KEPT).asListed())
            .rights(Rights.ADMIN)
            .derived()
            .build();

    /** What became of a write. */
    public enum Outcome {
        WRITTEN,
        /** A dry run would have written it. */
        PLANNED,
        /** One side refuses the values of the other. */
        PARKED,
        /** A person has to decide. */
        CONFLICT,
        /** The call failed, and the record is looked at again. */
        FAILED
    }

    /**
     * The change of one field.
     *
     * @param field Waggle's name
     * @param before {@code ""} for a blank field
     * @param rule that decided
     */
    @Introspected
    public record Change(String field, String before, String after, Choice.Because rule) {}

    /** The entry of a write that a run would make. */
    public static CrmLogEntry planned(Links links, UUID run, Link link, LogRow row) {
        return StepLog.entry(links, run, link, row, Outcome.PLANNED);
    }

    /** The entry of a record whose call failed. */
    public static CrmLogEntry failed(Links links, @Nullable UUID run, Signal signal, CrmFailure failure) {
        return new CrmLogEntry(
                links.connection(),
                run,
                links.resource(),
                signal instanceof Signal.OfRecord record ? record.uuid() : null,
                signal instanceof Signal.OfRemote remote ? remote.id() : null,
                Outcome.FAILED,
                null,
                null,
                List.of(),
                CodePoints.first(LONGEST_MESSAGE, failure.getMessage()),
                failure.details().requestId());
    }
}
