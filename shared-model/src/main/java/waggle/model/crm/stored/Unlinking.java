package waggle.model.crm.stored;

import java.util.List;
import java.util.UUID;
import waggle.model.WaggleException;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.sync.Link.State;
import waggle.model.crm.sync.LogRow;
import waggle.model.declaration.Write;
import waggle.model.records.Precondition;

/** Ends links on behalf of people. */
public final class Unlinking {
    private Unlinking() {}

    /**
     * Ends a link. Its records stay as they are. A link that has ended stays so.
     *
     * @throws WaggleException {@link waggle.model.ErrorCode#NOT_FOUND}, {@link waggle.model.ErrorCode#VERSION_MISMATCH}
     */
    public static void of(Write write, UUID uuid, Precondition precondition) {
        var link = write.get(CrmLink.RESOURCE, uuid).value();
        var wasLinked = link.status() != State.UNLINKED;
        write.change(CrmLink.RESOURCE, uuid, precondition, Unlinking::ended);
        if (wasLinked) {
            StepLog.resolve(write, link);
            write.create(CrmLogEntry.RESOURCE, entry(link));
        }
    }

    private static CrmLink ended(CrmLink link) {
        return CrmLinkBuilder.builder(link)
                .status(State.UNLINKED)
                .problem(null)
                .conflictUuid(null)
                .build();
    }

    private static CrmLogEntry entry(CrmLink link) {
        return new CrmLogEntry(
                link.connectionUuid(),
                null,
                link.resource(),
                link.recordUuid(),
                link.remoteId(),
                CrmLogEntry.Outcome.WRITTEN,
                Direction.FROM_CRM,
                LogRow.Action.UNLINK,
                List.of(),
                null,
                null);
    }
}
