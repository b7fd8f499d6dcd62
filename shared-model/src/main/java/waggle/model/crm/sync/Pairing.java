package waggle.model.crm.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Uuids;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.Link.State;

/** Finds or creates the other record of a pair. Equal values of match fields count once, to make the link. */
record Pairing(ObjectMapping mapping, Crm crm, Home home, Writers writers) {

    /** A record of Waggle without a record in the CRM. */
    Outcome ofLocal(UUID uuid, Optional<Link> link) {
        var local = home.read(uuid);
        if (local.isEmpty() || !home.includes(uuid)) {
            return Outcome.NOTHING;
        }
        List<RemoteRecord> found;
        try {
            // A record that an earlier claim made counts before all that look alike.
            var made = crm.marked(mapping.object(), mapping.remoteFields(), uuid).stream()
                    .filter(record -> isFree(uuid, record))
                    .toList();
            found = made.isEmpty() ? matchesOf(local.get()) : made;
        } catch (CrmFailure failure) {
            return unseen(link.orElse(null), uuid, failure);
        }
        if (!found.isEmpty()) {
            return found(link, local.get(), found);
        }
        if (mapping.creates() == Direction.FROM_CRM) {
            return Outcome.NOTHING;
        }
        var claim = Link.pending(uuid);
        writers.steps().store(Step.of(link.orElse(null), claim, List.of()));
        return new Creation(mapping, crm, home, writers).inCrm(claim, local.get());
    }

    /** A claim whose outcome is not known. The CRM's record is looked for before it is created again. */
    Outcome create(Link claim, UUID uuid) {
        var local = home.read(uuid);
        if (local.isEmpty()) {
            writers.steps().store(Step.of(claim, claim.in(State.UNLINKED, null), List.of()));
            return Outcome.UNLINKED;
        }
        List<RemoteRecord> made;
        List<RemoteRecord> alike;
        try {
            made = crm.claimed(mapping.object(), mapping.remoteFields(), uuid);
            // A parked record was not created. Meanwhile there may be one that looks like it.
            alike = made.isEmpty() && claim.state() == State.PARKED ? matchesOf(local.get()) : List.of();
        } catch (CrmFailure failure) {
            return unseen(claim, uuid, failure);
        }
        if (!alike.isEmpty()) {
            return found(Optional.of(claim), local.get(), alike);
        }
        if (made.isEmpty() && claim.state() == State.PARKED && mapping.creates() == Direction.FROM_CRM) {
            return Outcome.PARKED;
        }
        if (made.isEmpty()) {
            return new Creation(mapping, crm, home, writers).inCrm(claim, local.get());
        }
        var id = made.getFirst().id();
        return isFree(uuid, made.getFirst())
                ? adopt(Optional.of(claim), local.get(), made.getFirst())
                : ask(claim, new Link(uuid, null, State.CONFLICT, Map.of(), Problem.several(List.of(id))));
    }

    /** The records of the CRM that may be the other one of a pair: one is linked, and of several a person chooses. */
    private Outcome found(Optional<Link> link, LocalRecord local, List<RemoteRecord> found) {
        if (found.size() == 1) {
            return adopt(link, local, found.getFirst());
        }
        var candidates = found.stream().map(RemoteRecord::id).sorted().toList();
        var asked = new Link(local.uuid(), null, State.CONFLICT, Map.of(), Problem.several(candidates));
        return ask(link.orElse(null), asked);
    }

    /**
     * Without a look, a creation might be the second one. So the record waits until the CRM can be asked, and others go on. A
     * conflict stays one, with the decision of a person, and a record that is not to be created waits for nothing.
     */
    private Outcome unseen(@Nullable Link before, UUID uuid, CrmFailure failure) {
        var isWaiting = before == null ? mapping.creates() != Direction.FROM_CRM : before.state() != State.CONFLICT;
        if (failure.kind() != CrmFailure.Kind.FIX || !isWaiting) {
            throw failure;
        }
        var parked = new Link(uuid, null, State.PARKED, Map.of(), Problem.refused(failure));
        return new Creation(mapping, crm, home, writers).parked(before, parked);
    }

    /** A record of the CRM without a record in Waggle. */
    Outcome ofRemote(RemoteRecord remote, Optional<Link> link) {
        if (!mapping.includes(remote)) {
            return Outcome.NOTHING;
        }
        var found = matchesOf(remote);
        if (found.size() == 1) {
            var local = home.read(found.getFirst()).orElseThrow();
            return adopt(home.linkOf(local.uuid()).or(() -> link), local, remote);
        }
        if (found.size() > 1) {
            var candidates = found.stream().map(UUID::toString).sorted().toList();
            var asked = new Link(null, remote.id(), State.CONFLICT, Map.of(), Problem.several(candidates));
            return ask(link.orElse(null), asked);
        }
        return mapping.creates() == Direction.TO_CRM
                ? Outcome.NOTHING
                : new Creation(mapping, crm, home, writers).inWaggle(link.orElse(null), remote);
    }

    /** Links two records, and merges them for the first time. */
    Outcome adopt(Optional<Link> link, LocalRecord local, RemoteRecord remote) {
        var pair = Link.of(local.uuid(), remote.id(), Map.of());
        return merge(link.orElse(null), pair, local, remote);
    }

    /**
     * Merges two records, and writes each side at most once.
     *
     * @param before the stored link; null without one
     * @param link the link that the records belong to
     */
    Outcome merge(@Nullable Link before, Link link, LocalRecord local, RemoteRecord remote) {
        return new Merging(mapping, home, writers).merge(before, link, local, remote);
    }

    private Outcome ask(@Nullable Link before, Link asked) {
        if (!asked.equals(before)) {
            writers.steps().store(Step.of(before, asked, List.of()));
        }
        return Outcome.ASKED;
    }

    private List<RemoteRecord> matchesOf(LocalRecord local) {
        for (var rule : mapping.matching()) {
            var value = local.fields().getOrDefault(rule.waggle(), "");
            if (!value.isBlank()) {
                var found = new LinkedHashMap<String, RemoteRecord>();
                crm.find(mapping.object(), mapping.remoteFields(), rule.remote(), value).stream()
                        .filter(record -> isFree(local.uuid(), record) && mapping.includes(record))
                        .forEach(record -> found.put(record.id(), record));
                if (!found.isEmpty()) {
                    return new ArrayList<>(found.values());
                }
            }
        }
        return List.of();
    }

    private List<UUID> matchesOf(RemoteRecord remote) {
        for (var rule : mapping.matching()) {
            var value = remote.fields().getOrDefault(rule.remote(), "");
            var found = value.isBlank() ? List.<UUID>of() : home.match(rule.waggle(), value);
            var free = found.stream()
                    .filter(uuid -> home.linkOf(uuid).map(Link::remoteId).isEmpty() && home.includes(uuid))
                    // The index of the lists may have a record that was deleted in the last moment.
                    .filter(uuid -> home.read(uuid).isPresent())
                    .toList();
            if (!free.isEmpty()) {
                return free;
            }
        }
        return List.of();
    }

    private boolean isFree(UUID uuid, RemoteRecord record) {
        return !record.deleted()
                && home.linkOf(record.id()).map(Link::record).isEmpty()
                && !home.isOfOtherResource(record)
                && !isOfAnother(uuid, record);
    }

    /** Whether Waggle made a record of the CRM for another record, which has no link yet. */
    boolean isOfAnother(UUID uuid, RemoteRecord remote) {
        return Optional.ofNullable(remote.marker())
                .flatMap(Uuids::parse)
                .filter(marked -> !marked.equals(uuid))
                .filter(marked -> home.read(marked).isPresent())
                .filter(marked -> home.linkOf(marked).map(Link::remoteId).isEmpty())
                .isPresent();
    }

    /** Whether a failure is about the values of one record. */
    static boolean isAboutValues(CrmFailure failure) {
        return failure.kind() == CrmFailure.Kind.FIX || failure.kind() == CrmFailure.Kind.TAKEN;
    }
}
