package waggle.model.crm.stored;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.CodePoints;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.Side;
import waggle.model.crm.stored.CrmLogEntry.Outcome;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.Link.State;
import waggle.model.crm.sync.LogRow;
import waggle.model.crm.sync.Problem;
import waggle.model.crm.sync.Step;
import waggle.model.declaration.Write;

/** The log and the conflict of a step, in its transaction. */
record StepLog(Write write, Links links, @Nullable UUID run) {

    /** Writes what the step wrote, and why its link waits. */
    void rows(Step step) {
        step.log()
                .forEach(row ->
                        write.create(CrmLogEntry.RESOURCE, entry(links, run, step.after(), row, Outcome.WRITTEN)));
        var problem = step.after().problem();
        var known = Optional.ofNullable(step.before()).map(Link::problem).orElse(null);
        if (problem != null && !problem.equals(known)) {
            write.create(CrmLogEntry.RESOURCE, entry(step.after(), problem));
        }
    }

    static CrmLogEntry entry(Links links, @Nullable UUID run, Link link, LogRow row, Outcome outcome) {
        var changes = row.changes().stream()
                .map(change -> new CrmLogEntry.Change(change.field(), change.before(), change.after(), change.rule()))
                .toList();
        return new CrmLogEntry(
                links.connection(),
                run,
                links.resource(),
                link.record(),
                link.remoteId(),
                outcome,
                row.side() == Side.CRM ? Direction.TO_CRM : Direction.FROM_CRM,
                row.action(),
                changes,
                null,
                row.requestId());
    }

    private CrmLogEntry entry(Link link, Problem problem) {
        return new CrmLogEntry(
                links.connection(),
                run,
                links.resource(),
                link.record(),
                link.remoteId(),
                link.state() == State.CONFLICT ? Outcome.CONFLICT : Outcome.PARKED,
                null,
                null,
                List.of(),
                CodePoints.first(CrmLogEntry.LONGEST_MESSAGE, problem.message()),
                problem.requestId());
    }

    /** Opens, changes or resolves the conflict of a link, and returns the open one. */
    @Nullable
    UUID conflict(UUID link, CrmLink before, Step step) {
        var after = step.after();
        if (after.state() != State.CONFLICT || after.problem() == null) {
            resolve(write, before);
            return null;
        }
        var conflict = conflict(link, after, after.problem());
        var open = before.conflictUuid();
        if (open == null) {
            return write.create(CrmConflict.RESOURCE, conflict).uuid();
        }
        // A decision that was made about another question is none about this one.
        if (!Objects.equals(before.problem(), after.problem())) {
            write.change(CrmConflict.RESOURCE, open, same -> conflict);
        }
        return open;
    }

    /** Resolves the conflict of a link, if it has one. */
    static void resolve(Write write, CrmLink link) {
        Optional.ofNullable(link.conflictUuid())
                .flatMap(uuid -> write.find(CrmConflict.RESOURCE, uuid))
                .ifPresent(open ->
                        write.change(CrmConflict.RESOURCE, open.uuid(), conflict -> conflict.resolved(write.time())));
    }

    private CrmConflict conflict(UUID link, Link after, Problem problem) {
        return new CrmConflict(
                links.connection(),
                link,
                links.resource(),
                after.record(),
                after.remoteId(),
                problem.kind(),
                CodePoints.first(CrmLogEntry.LONGEST_MESSAGE, problem.message()),
                problem.values(),
                problem.candidates(),
                CrmConflict.Status.OPEN,
                null,
                null,
                null);
    }
}
