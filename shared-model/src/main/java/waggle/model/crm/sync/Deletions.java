package waggle.model.crm.sync;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.merge.RecordMerge;
import waggle.model.crm.merge.Side;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.Link.State;

/** Records that are deleted on one side. The record on the other side is never deleted. */
record Deletions(ObjectMapping mapping, Home home, Writers writers, Brake brake) {

    /** The CRM's record is deleted. */
    Outcome inCrm(Link link, Optional<LocalRecord> local) {
        var changed = local.isPresent() && RecordMerge.isChanged(mapping.fields(), link.agreed(), local.get());
        return changed ? ask(link, "The CRM deleted its record after Waggle's had changed") : released(link, null);
    }

    /** Waggle's record is deleted. */
    Outcome inWaggle(Link link, RemoteRecord remote) {
        return RecordMerge.isChanged(mapping.fields(), link.agreed(), remote)
                ? ask(link, "Waggle's record was deleted after the CRM's had changed")
                : released(link, remote);
    }

    private Outcome ask(Link link, String message) {
        var asked = link.in(State.CONFLICT, Problem.of(Problem.Kind.DELETE_MET_CHANGE, message));
        if (!asked.equals(link)) {
            writers.steps().store(Step.of(link, asked, List.of()));
        }
        return Outcome.ASKED;
    }

    private Outcome released(Link link, @Nullable RemoteRecord remote) {
        if (!brake.releases()) {
            return Outcome.HELD;
        }
        if (remote != null && mapping.onDelete() == ObjectMapping.OnDelete.ARCHIVE) {
            writers.crm().archive(mapping.object(), Objects.requireNonNull(link.remoteId()));
            var row = new LogRow(Side.CRM, LogRow.Action.ARCHIVE, List.of(), null);
            writers.steps().store(Step.of(link, link.in(State.UNLINKED, null), List.of(row)));
            return Outcome.UNLINKED;
        }
        return unlink(link);
    }

    Outcome unlink(Link link) {
        var row = new LogRow(Side.WAGGLE, LogRow.Action.UNLINK, List.of(), null);
        writers.steps().store(Step.of(link, link.in(State.UNLINKED, null), List.of(row)));
        return Outcome.UNLINKED;
    }
}
