package waggle.crm.work;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.stored.CrmCursorBuilder;
import waggle.model.crm.stored.CrmRun;
import waggle.model.crm.stored.CrmRun.Counts;
import waggle.model.crm.stored.CrmRun.Status;
import waggle.model.records.Entity;

/** The run of a connection that goes on, if there is one. */
record Runs(Session session) {

    Optional<Entity<CrmRun>> current() {
        return session.cursor()
                .flatMap(cursor -> Optional.ofNullable(cursor.runUuid()))
                .flatMap(uuid -> session.services().records(session.actor()).find(CrmRun.RESOURCE, uuid))
                .filter(run -> !run.value().hasEnded());
    }

    void change(UUID uuid, UnaryOperator<CrmRun> change) {
        session.services().writes().run(session.actor(), write -> write.find(CrmRun.RESOURCE, uuid)
                .map(found -> write.change(CrmRun.RESOURCE, uuid, change)));
    }

    /** The run waits until the connection makes calls again. */
    void waiting(String reason) {
        current().ifPresent(run -> change(run.uuid(), before -> before.waiting(reason)));
    }

    void finished(UUID uuid, Counts counts, @Nullable String reason) {
        var now = session.services().clock().instant();
        change(uuid, before -> before.counted(counts).ended(Status.FINISHED, reason, now));
        session.change(cursor -> CrmCursorBuilder.from(cursor).withRunUuid(null));
    }
}
