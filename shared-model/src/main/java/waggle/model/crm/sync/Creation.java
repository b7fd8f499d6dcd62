package waggle.model.crm.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waggle.model.WaggleException;
import waggle.model.crm.merge.Choice.Because;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.merge.RecordMerge;
import waggle.model.crm.merge.Side;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.Link.State;

/** Creates the missing record of a pair. */
record Creation(ObjectMapping mapping, Crm crm, Home home, Writers writers) {

    /** Creates the CRM's record of a stored claim. A repetition changes the record that the first call made. */
    Outcome inCrm(Link claim, LocalRecord local) {
        var values = RecordMerge.created(mapping.fields(), Side.CRM, local.fields());
        try {
            var written = writers.crm().create(mapping.object(), local.uuid(), values);
            var agreed = RecordMerge.afterCreation(mapping.fields(), Side.CRM, local, written.record());
            var link = Link.of(local.uuid(), written.record().id(), agreed);
            var row = row(Side.CRM, values, written.requestId());
            writers.steps().store(Step.of(claim, link, List.of(row)));
            return Outcome.WRITTEN;
        } catch (CrmFailure failure) {
            if (!Pairing.isAboutValues(failure)) {
                throw failure;
            }
            return refused(claim, local, failure);
        }
    }

    /** A record that has the unique value already is adopted, unless it has a link. */
    private Outcome refused(Link claim, LocalRecord local, CrmFailure failure) {
        var other = failure.other()
                .filter(id -> home.linkOf(id).map(Link::record).isEmpty())
                .flatMap(id -> crm.read(mapping.object(), mapping.remoteFields(), List.of(id)).stream()
                        .filter(record -> !record.deleted() && !home.isOfOtherResource(record))
                        .findFirst());
        if (other.isPresent()) {
            var pair = Link.of(local.uuid(), other.get().id(), Map.of());
            return new Merging(mapping, home, writers).merge(claim, pair, local, other.get());
        }
        return parked(claim, claim.in(State.PARKED, Problem.refused(failure)));
    }

    /** Creates Waggle's record together with its link. */
    Outcome inWaggle(@Nullable Link before, RemoteRecord remote) {
        var known = home.understood(remote);
        var values = RecordMerge.created(mapping.fields(), Side.WAGGLE, known.fields());
        if (!home.canCreate(values)) {
            return Outcome.NOTHING;
        }
        var uuid = home.nextUuid();
        var local = new LocalRecord(uuid, remote.modifiedAt(), filled(values, known));
        var link = Link.of(uuid, remote.id(), RecordMerge.afterCreation(mapping.fields(), Side.WAGGLE, local, known));
        try {
            var row = row(Side.WAGGLE, values, null);
            writers.steps().store(new Step(before, link, Step.Change.CREATE, values, List.of(row)));
            return Outcome.WRITTEN;
        } catch (WaggleException e) {
            var problem = Problem.refusedByWaggle(e.getMessage(), List.of());
            return parked(before, new Link(null, remote.id(), State.PARKED, Map.of(), problem));
        }
    }

    /** A text that Waggle makes of the values is agreed on if the CRM has the same. Another one travels at the next look. */
    private Map<String, String> filled(Map<String, String> values, RemoteRecord known) {
        var filled = new LinkedHashMap<String, String>();
        mapping.fields().forEach(rule -> {
            var derived = home.derived(rule.waggle(), values);
            var own = derived.equals(known.fields().get(rule.remote())) ? derived : "";
            filled.put(rule.waggle(), values.getOrDefault(rule.waggle(), own));
        });
        return filled;
    }

    /** Stores that a link waits, unless it does already. */
    Outcome parked(@Nullable Link before, Link parked) {
        if (!parked.equals(before)) {
            writers.steps().store(Step.of(before, parked, List.of()));
        }
        return Outcome.PARKED;
    }

    private static LogRow row(Side side, Map<String, String> values, @Nullable String requestId) {
        var changes = values.entrySet().stream()
                .map(value -> new LogRow.Change(value.getKey(), "", value.getValue(), Because.CREATED))
                .toList();
        return new LogRow(side, LogRow.Action.CREATE, changes, requestId);
    }
}
