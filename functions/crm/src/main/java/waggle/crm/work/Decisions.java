package waggle.crm.work;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.crm.merge.Side;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.stored.CrmConflict;
import waggle.model.crm.stored.CrmConflict.Status;
import waggle.model.crm.stored.CrmLink;
import waggle.model.crm.stored.CrmRun.Counts;
import waggle.model.crm.sync.Take;
import waggle.platform.queue.CrmTask;

/** Carries out the decisions that people make about conflicts. */
record Decisions(Session session) {
    private static final String CANDIDATE = "link:";

    void carryOut(CrmTask task) {
        Optional.ofNullable(task.id()).flatMap(Uuids::parse).ifPresent(this::carryOut);
    }

    /** A decision that was carried out already, or about a link that is gone, does nothing. */
    void carryOut(UUID uuid) {
        var records = session.services().records(session.actor());
        records.find(CrmConflict.RESOURCE, uuid)
                .filter(found -> found.value().status() == Status.DECIDED)
                .ifPresent(found -> records.find(CrmLink.RESOURCE, found.value().linkUuid())
                        .ifPresentOrElse(
                                link -> carryOut(uuid, found.value(), link.value()),
                                () -> refused(uuid, "The link does not exist any more")));
    }

    private void carryOut(UUID uuid, CrmConflict conflict, CrmLink link) {
        var looks = Looks.of(session, conflict.resource(), () -> true, new Tally(Counts.NONE));
        if (looks.isEmpty()) {
            refused(uuid, "The connection has no mapping of this resource any more");
            return;
        }
        try {
            looks.get().resolution().resolve(link.link(), take(Objects.requireNonNull(conflict.take())));
            requireResolved(uuid);
        } catch (WaggleException unfit) {
            refused(uuid, unfit.getMessage());
        } catch (CrmFailure failure) {
            switch (failure.kind()) {
                case FIX, TAKEN, GONE, RETRY -> refused(uuid, failure.getMessage());
                case WAIT, STOP, RENEW -> throw failure;
            }
        }
    }

    private void requireResolved(UUID uuid) {
        session.services()
                .records(session.actor())
                .find(CrmConflict.RESOURCE, uuid)
                .filter(found -> found.value().status() == Status.DECIDED)
                .ifPresent(found -> refused(uuid, "The decision did not end the conflict"));
    }

    /** The decision of a text: {@code waggle}, {@code crm}, {@code link:<id>} or {@code create}. */
    private static Take take(String text) {
        return switch (text) {
            case "waggle" -> new Take.Of(Side.WAGGLE);
            case "crm" -> new Take.Of(Side.CRM);
            case "create" -> new Take.New();
            default -> new Take.Candidate(text.substring(CANDIDATE.length()));
        };
    }

    private void refused(UUID uuid, String reason) {
        session.services()
                .writes()
                .run(
                        session.actor(),
                        write -> write.change(CrmConflict.RESOURCE, uuid, conflict -> conflict.refused(reason)));
    }
}
