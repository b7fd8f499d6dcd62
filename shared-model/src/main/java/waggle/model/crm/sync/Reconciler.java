package waggle.model.crm.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import waggle.model.Uuids;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.Link.State;

/**
 * Synchronises one record. Events of Waggle, polls and hooks of the CRM all end here, and only tell which record to look at.
 * Callers run at most one reconciliation of a record at a time. Every line may be the last one that runs: a repetition reads
 * both sides again and finds what is done.
 */
public final class Reconciler {
    private final ObjectMapping mapping;
    private final Crm crm;
    private final Home home;
    private final Pairing pairing;
    private final Deletions deletions;

    /** @param brake asked before a deletion travels */
    public Reconciler(ObjectMapping mapping, Crm crm, Home home, Writers writers, Brake brake) {
        this.mapping = mapping;
        this.crm = crm;
        this.home = home;
        this.pairing = new Pairing(mapping, crm, home, writers);
        this.deletions = new Deletions(mapping, home, writers, brake);
    }

    /** Looks at a record. */
    public Outcome reconcile(Signal signal) {
        return switch (signal) {
            case Signal.OfRecord record ->
                home.linkOf(record.uuid())
                        .map(this::linked)
                        .orElseGet(() -> pairing.ofLocal(record.uuid(), Optional.empty()));
            case Signal.OfRemote remote ->
                home.linkOf(remote.id()).map(this::linked).orElseGet(() -> unknown(remote.id()));
        };
    }

    private Outcome linked(Link link) {
        var record = link.record();
        var remoteId = link.remoteId();
        if (link.state() == State.UNLINKED) {
            return Outcome.NOTHING;
        }
        if (record == null) {
            return remoteId == null ? Outcome.NOTHING : unknown(remoteId);
        }
        if (remoteId == null) {
            return link.state() == State.CONFLICT
                    ? pairing.ofLocal(record, Optional.of(link))
                    : pairing.create(link, record);
        }
        return both(link, record, remoteId);
    }

    private Outcome both(Link link, UUID record, String remoteId) {
        var local = home.read(record);
        var remote = read(remoteId);
        if (remote.isPresent() && remote.get().mergedInto() != null) {
            return moved(link, record, remote.get().mergedInto());
        }
        if (remote.isEmpty() || remote.get().deleted()) {
            return deletions.inCrm(link, local);
        }
        return local.isEmpty()
                ? deletions.inWaggle(link, remote.get())
                : pairing.merge(link, link, local.get(), remote.get());
    }

    /** The link moves to the record that the CRM merged its own into, unless that has one already, dead or alive. */
    private Outcome moved(Link link, UUID record, String winner) {
        if (home.linkOf(winner).map(Link::record).isPresent()) {
            return deletions.unlink(link);
        }
        var local = home.read(record);
        var remote = read(winner);
        if (local.isEmpty() || remote.isEmpty() || remote.get().deleted()) {
            return deletions.inCrm(link, local);
        }
        if (pairing.isOfAnother(record, remote.get()) || home.isOfOtherResource(remote.get())) {
            return deletions.unlink(link);
        }
        return pairing.merge(link, link.to(winner), local.get(), remote.get());
    }

    /** A record of the CRM without a link. If it carries the mark of a record of Waggle, Waggle made it. */
    private Outcome unknown(String remoteId) {
        var remote = read(remoteId);
        if (remote.isEmpty() || remote.get().deleted() || remote.get().mergedInto() != null) {
            return Outcome.NOTHING;
        }
        if (home.isOfOtherResource(remote.get())) {
            return Outcome.NOTHING;
        }
        var marked = Optional.ofNullable(remote.get().marker()).flatMap(Uuids::parse);
        var local = marked.flatMap(home::read);
        var link = marked.flatMap(home::linkOf);
        if (local.isPresent() && link.map(Link::remoteId).isEmpty()) {
            return pairing.adopt(link, local.get(), remote.get());
        }
        if (local.isPresent() && link.isPresent() && isLeft(link.get())) {
            // The winner of a merge took over the mark of the record that the link names.
            return pairing.merge(link.get(), link.get().to(remoteId), local.get(), remote.get());
        }
        return pairing.ofRemote(remote.get(), home.linkOf(remoteId));
    }

    private boolean isLeft(Link link) {
        return Optional.ofNullable(link.remoteId())
                .flatMap(this::read)
                .filter(record -> !record.deleted())
                .isEmpty();
    }

    private Optional<RemoteRecord> read(String id) {
        return crm.read(mapping.object(), mapping.remoteFields(), List.of(id)).stream()
                .filter(record -> record.id().equals(id))
                .findFirst();
    }
}
