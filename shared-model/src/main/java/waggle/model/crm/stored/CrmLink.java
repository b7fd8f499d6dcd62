package waggle.model.crm.stored;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.CaseFolding;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.Agreed;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.Problem;
import waggle.model.declaration.EventCondition;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.notes.Note;

/**
 * The pair of a record of Waggle and a record of a CRM (docs/crm.md, "Links").
 *
 * @param connectionUuid the connection
 * @param resource of the record
 * @param recordUuid the record; null while a person has to choose it
 * @param object the CRM's name of the object
 * @param remoteId the CRM's identifier; null before the CRM's record exists or is chosen
 * @param status what stands between the two
 * @param agreed the values that both sides last agreed on, by Waggle's names
 * @param problem why the link is parked or needs a decision; null otherwise
 * @param conflictUuid the open conflict; null without one
 * @param noteParent the record that a note is about; null for other records
 */
@Introspected
@RecordBuilder
public record CrmLink(
        UUID connectionUuid,
        SyncedResource resource,
        @Nullable UUID recordUuid,
        @Size(max = 100) String object,
        @Nullable @Size(max = 100) String remoteId,
        Link.State status,
        Map<String, Agreed> agreed,
        @Nullable Problem problem,
        @Nullable UUID conflictUuid,
        Note.@Nullable Parent noteParent) {
    public static final String NAME = "crm_link";
    public static final String PATH = "crm-links";

    /** The field by which the links of one connection are found. */
    public static final String CONNECTION = "connection_uuid";

    /** The field by which the links of one record are found. */
    public static final String RECORD = "record_uuid";

    /** The event of a record whose values one side refuses. */
    public static final String PARKED = NAME + ".parked";

    static final String REMOTE = "remote_id";

    public static final Resource<CrmLink> RESOURCE = Resource.named(NAME, PATH, CrmLink.class, link -> "link")
            .unique(RECORD, link -> link.connectionUuid.toString(), link -> text(link.recordUuid))
            .unique(REMOTE, link -> link.connectionUuid + "#" + link.object, CrmLink::remoteId)
            .lists(list -> list.filters(CONNECTION, RECORD, REMOTE, "status", "resource")
                    .groupedBy(CONNECTION, RECORD))
            .stores(as -> as.asListed())
            .rights(Rights.READABLE_IN_FULL)
            .derived()
            .event(PARKED, EventCondition.became(CrmLink::status, Link.State.PARKED))
            .build();

    private static @Nullable String text(@Nullable UUID uuid) {
        return uuid == null ? null : uuid.toString();
    }

    /** The key of the unique text of a record. */
    static String keyOf(UUID connection, UUID record) {
        return connection + "#" + CaseFolding.of(record.toString());
    }

    /** The key of the unique text of an identifier of a CRM. */
    static String keyOf(UUID connection, String object, String remoteId) {
        return connection + "#" + object + "#" + CaseFolding.of(remoteId);
    }

    /** The link as the synchronisation reads it. */
    public Link link() {
        return new Link(recordUuid, remoteId, status, agreed, problem);
    }

    /** The link with what the synchronisation made of it. */
    CrmLink with(Link link, @Nullable UUID conflict) {
        return new CrmLink(
                connectionUuid,
                resource,
                link.record(),
                object,
                link.remoteId(),
                link.state(),
                link.agreed(),
                link.problem(),
                conflict,
                noteParent);
    }

    /** Whether the link has only one of the two records, so that it gives way to a link of both. */
    boolean isHalf() {
        return recordUuid == null || remoteId == null;
    }

    boolean isSame(Link link) {
        return Objects.equals(link(), link);
    }
}
