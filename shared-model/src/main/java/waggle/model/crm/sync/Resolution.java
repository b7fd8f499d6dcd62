package waggle.model.crm.sync;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.merge.Side;
import waggle.model.crm.merge.Wins;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.Link.State;

/** Carries out what a person decides about a conflict. Both sides are read afresh. */
public record Resolution(ObjectMapping mapping, Crm crm, Home home, Writers writers) {

    /**
     * Resolves the conflict of a link.
     *
     * @throws WaggleException {@link ErrorCode#CONFLICT} if the link has no conflict, or the decision does not fit its conflict
     */
    public Outcome resolve(Link link, Take take) {
        var problem = link.problem();
        if (link.state() != State.CONFLICT || problem == null) {
            throw WaggleException.conflict("the link has no conflict to resolve");
        }
        return switch (problem.kind()) {
            case SAME_FIELD -> take instanceof Take.Of of ? merged(link, of.side()) : unfit("waggle or crm");
            case SEVERAL_MATCH -> chosen(link, problem, take);
            case DELETE_MET_CHANGE -> take instanceof Take.Of of ? kept(link, of.side()) : unfit("waggle or crm");
            case REFUSED_BY_CRM, REFUSED_BY_WAGGLE -> throw WaggleException.conflict("a parked link has no conflict");
        };
    }

    private static Outcome unfit(String expected) {
        throw WaggleException.conflict("take must be " + expected + " for this conflict");
    }

    private Outcome merged(Link link, Side side) {
        var decided = mapping.deciding(side == Side.CRM ? Wins.CRM : Wins.WAGGLE);
        var local = local(link).orElseThrow(Resolution::gone);
        var remote = remote(link).orElseThrow(Resolution::gone);
        return new Merging(decided, home, writers).merge(link, link, local, remote);
    }

    private Outcome chosen(Link link, Problem problem, Take take) {
        return switch (take) {
            case Take.Candidate candidate -> adopted(link, problem, candidate.id());
            case Take.New made -> created(link);
            case Take.Of of -> unfit("link:<id of a candidate> or create");
        };
    }

    private Outcome adopted(Link link, Problem problem, String id) {
        if (!problem.candidates().contains(id)) {
            throw WaggleException.conflict("%s is none of the records that match".formatted(id));
        }
        var isOfWaggle = link.record() != null;
        var local = isOfWaggle ? local(link) : Uuids.parse(id).flatMap(home::read);
        var remote = isOfWaggle ? read(id) : remote(link);
        return new Pairing(mapping, crm, home, writers)
                .adopt(Optional.of(link), local.orElseThrow(Resolution::gone), remote.orElseThrow(Resolution::gone));
    }

    private Outcome created(Link link) {
        var creation = new Creation(mapping, crm, home, writers);
        if (link.record() == null) {
            return creation.inWaggle(link, remote(link).orElseThrow(Resolution::gone));
        }
        return createdInCrm(creation, link, link.record());
    }

    private Outcome createdInCrm(Creation creation, Link link, UUID record) {
        var local = home.read(record).orElseThrow(Resolution::gone);
        var claim = Link.pending(record);
        writers.steps().store(Step.of(link, claim, List.of()));
        return creation.inCrm(claim, local);
    }

    /** Keeps a deletion, or makes the deleted record again. */
    private Outcome kept(Link link, Side side) {
        var local = local(link);
        var remote = remote(link);
        var deleted = local.isEmpty() ? Side.WAGGLE : Side.CRM;
        if (deleted == side || (local.isEmpty() && remote.isEmpty())) {
            return new Deletions(mapping, home, writers, () -> true).unlink(link);
        }
        var creation = new Creation(mapping, crm, home, writers);
        return local.isEmpty()
                ? creation.inWaggle(link, remote.orElseThrow())
                : createdInCrm(creation, link, Objects.requireNonNull(link.record()));
    }

    private Optional<LocalRecord> local(Link link) {
        return Optional.ofNullable(link.record()).flatMap(home::read);
    }

    private Optional<RemoteRecord> remote(Link link) {
        return Optional.ofNullable(link.remoteId()).flatMap(this::read);
    }

    private Optional<RemoteRecord> read(String id) {
        return crm.read(mapping.object(), mapping.remoteFields(), List.of(id)).stream()
                .filter(record -> record.id().equals(id) && !record.deleted())
                .findFirst();
    }

    private static WaggleException gone() {
        return WaggleException.conflict("the record no longer exists");
    }
}
