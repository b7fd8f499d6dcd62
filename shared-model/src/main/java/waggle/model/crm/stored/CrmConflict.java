package waggle.model.crm.stored;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.sync.Problem;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;

/**
 * A decision that a person has to make (docs/crm.md, "Conflicts").
 *
 * @param connectionUuid the connection
 * @param linkUuid the link
 * @param resource of the record
 * @param recordUuid the record; null while it is to be chosen
 * @param remoteId the CRM's identifier; null while it is to be chosen
 * @param kind what the decision is about
 * @param message a sentence
 * @param fields the fields that both sides changed
 * @param candidates the CRM's identifiers, or uuids of Waggle's records, that match alike
 * @param status resolved once the link has no conflict any more
 * @param take the decision, as it was sent; null before
 * @param refusal why the decision could not be carried out; null otherwise
 * @param resolvedAt the time of the resolution
 */
@Introspected
@RecordBuilder
public record CrmConflict(
        UUID connectionUuid,
        UUID linkUuid,
        SyncedResource resource,
        @Nullable UUID recordUuid,
        @Nullable @Size(max = 100) String remoteId,
        Problem.Kind kind,
        @Size(max = 1_000) String message,
        @Size(max = 100) List<Problem.Field> fields,
        @Size(max = 100) List<@Size(max = 100) String> candidates,
        Status status,
        @Nullable @Size(max = 120) String take,
        @Nullable @Size(max = 1_000) String refusal,
        @Nullable Instant resolvedAt) {
    public static final String NAME = "crm_conflict";
    public static final String PATH = "crm-conflicts";

    /** The event of a new conflict. */
    public static final String CREATED = NAME + ".created";

    public static final Resource<CrmConflict> RESOURCE = Resource.named(
                    NAME, PATH, CrmConflict.class, CrmConflict::message)
            .lists(list -> list.filters(CrmLink.CONNECTION, CrmLink.RECORD, "remote_id", "kind", "status"))
            .rights(Rights.ADMIN)
            .event(CREATED, (before, after) -> before == null)
            .silent()
            .build();

    /** Whether the decision is made. */
    public enum Status {
        OPEN,
        /** A decision waits to be carried out. */
        DECIDED,
        RESOLVED
    }

    CrmConflict resolved(Instant now) {
        return CrmConflictBuilder.builder(this)
                .status(Status.RESOLVED)
                .resolvedAt(now)
                .build();
    }

    /** The conflict with a decision. */
    public CrmConflict decided(String decision) {
        return CrmConflictBuilder.builder(this)
                .status(Status.DECIDED)
                .take(decision)
                .refusal(null)
                .build();
    }

    /** The conflict whose decision could not be carried out. */
    public CrmConflict refused(String reason) {
        return CrmConflictBuilder.builder(this)
                .status(Status.OPEN)
                .refusal(reason)
                .build();
    }
}
