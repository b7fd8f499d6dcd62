package waggle.model.crm.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.model.WaggleException;
import waggle.model.crm.merge.Choice.Act;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.merge.MergedField;
import waggle.model.crm.merge.RecordMerge;
import waggle.model.crm.merge.Side;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.WrittenRecord;
import waggle.model.crm.sync.Link.State;

/** The merge of a pair with its writes: first to the CRM, then everything of Waggle in one step. */
record Merging(ObjectMapping mapping, Home home, Writers writers) {

    Outcome merge(@Nullable Link before, Link link, LocalRecord local, RemoteRecord remote) {
        var merge = RecordMerge.of(mapping.fields(), link.agreed(), local, home.understood(remote));
        var log = new ArrayList<LogRow>();
        if (before == null || !remote.id().equals(before.remoteId())) {
            log.add(new LogRow(Side.WAGGLE, LogRow.Action.LINK, List.of(), null));
        }
        var toCrm = merge.toCrm();
        if (toCrm.isEmpty()) {
            return stored(before, link, merge, Optional.empty(), null, log);
        }
        try {
            var written = writers.crm().update(mapping.object(), remote.id(), toCrm);
            log.add(row(Side.CRM, merge, written.requestId()));
            return stored(before, link, merge, Optional.of(written), null, log);
        } catch (CrmFailure failure) {
            if (!Pairing.isAboutValues(failure)) {
                throw failure;
            }
            return stored(before, link, merge.without(Side.CRM), Optional.empty(), Problem.refused(failure), log);
        }
    }

    private Outcome stored(
            @Nullable Link before,
            Link link,
            RecordMerge merge,
            Optional<WrittenRecord> written,
            @Nullable Problem refused,
            List<LogRow> log) {
        var values = merge.toWaggle();
        if (values.isEmpty()) {
            return store(before, after(link, merge, written, refused), merge, log);
        }
        var withWaggle = new ArrayList<>(log);
        withWaggle.add(row(Side.WAGGLE, merge, null));
        try {
            var after = after(link, merge, written, refused);
            writers.steps().store(new Step(before, after, Step.Change.UPDATE, values, withWaggle));
            return outcome(after, true);
        } catch (WaggleException e) {
            var parked = Problem.refusedByWaggle(
                    e.getMessage(), values.keySet().stream().sorted().toList());
            var rest = merge.without(Side.WAGGLE);
            return store(before, after(link, rest, written, parked), rest, log);
        }
    }

    private Outcome store(@Nullable Link before, Link after, RecordMerge merge, List<LogRow> log) {
        var step = Step.of(before, after, log);
        if (!step.isEmpty()) {
            writers.steps().store(step);
        }
        return outcome(after, !log.isEmpty() || !merge.travelling().isEmpty());
    }

    private static Link after(
            Link link, RecordMerge merge, Optional<WrittenRecord> written, @Nullable Problem refused) {
        var agreeing = link.agreeing(merge.agreed(link.agreed(), written.map(WrittenRecord::record)));
        if (refused != null) {
            return agreeing.in(State.PARKED, refused);
        }
        var undecided = merge.undecided().stream()
                .map(field -> new Problem.Field(field.rule().waggle(), field.waggle(), field.crm()))
                .sorted(Comparator.comparing(Problem.Field::field))
                .toList();
        return undecided.isEmpty()
                ? agreeing.in(State.LINKED, null)
                : agreeing.in(State.CONFLICT, Problem.sameField(undecided));
    }

    private static Outcome outcome(Link after, boolean wrote) {
        return switch (after.state()) {
            case PARKED -> Outcome.PARKED;
            case CONFLICT -> Outcome.ASKED;
            case LINKED, PENDING, UNLINKED -> wrote ? Outcome.WRITTEN : Outcome.NOTHING;
        };
    }

    private static LogRow row(Side side, RecordMerge merge, @Nullable String requestId) {
        var act = side == Side.CRM ? Act.TO_CRM : Act.TO_WAGGLE;
        var changes = merge.fields().stream()
                .filter(field -> field.choice().act() == act)
                .map(field -> change(side, field))
                .toList();
        return new LogRow(side, LogRow.Action.UPDATE, changes, requestId);
    }

    private static LogRow.Change change(Side side, MergedField field) {
        var toCrm = side == Side.CRM;
        return new LogRow.Change(
                field.rule().waggle(),
                toCrm ? field.crm() : field.waggle(),
                toCrm ? field.waggle() : field.crm(),
                field.choice().rule());
    }
}
