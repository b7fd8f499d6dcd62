package waggle.crm.work;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import waggle.model.Uuids;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.stored.CrmConnection;
import waggle.platform.aws.QueueFacts;
import waggle.platform.queue.CrmTask;

/** Works off the messages of connections, those of one connection one after the other. */
final class SyncWorker {
    private static final Logger LOG = LoggerFactory.getLogger(SyncWorker.class);

    /** How far changes that were left out reach back, since an event comes some time after its change. */
    private static final Duration EVENTS_LAG = Duration.ofMinutes(5);

    private final Services services;

    SyncWorker(Services services) {
        this.services = services;
    }

    /** Returns the ids of the messages to receive again. */
    List<String> work(List<SyncMessage> messages, String requestId) {
        var end = services.clock().instant().plus(QueueFacts.SYNC_WINDOW);
        var groups = messages.stream()
                .collect(Collectors.groupingBy(
                        message -> message.task().messageGroup(), LinkedHashMap::new, Collectors.toList()));
        var failed = new ArrayList<String>();
        groups.values().forEach(group -> failed.addAll(inOrder(group, requestId, end)));
        return failed;
    }

    @SuppressWarnings("CatchingUnchecked") // one connection must not stop the others
    private List<String> inOrder(List<SyncMessage> group, String requestId, Instant end) {
        var first = group.getFirst().task();
        MDC.put("company", first.company().toString());
        try (var session = Session.open(services, first.company(), first.connection(), requestId)
                .orElse(null)) {
            if (session != null) {
                work(session, group.stream().map(SyncMessage::task).toList(), end);
            }
            return List.of();
        } catch (CrmFailure failure) {
            LOG.warn("The connection {} cannot be opened: {}", first.connection(), failure.getMessage());
            return List.of();
        } catch (RuntimeException e) {
            LOG.error("A message of the connection {} failed", first.connection(), e);
            return group.stream().map(SyncMessage::id).toList();
        } finally {
            MDC.remove("company");
        }
    }

    private void work(Session session, List<CrmTask> tasks, Instant end) {
        var cursor = session.cursor();
        if (cursor.isEmpty()) {
            return;
        }
        if (!session.connection().value().runs()) {
            leaveOut(session, tasks, null);
            return;
        }
        if (session.connection().value().status() == CrmConnection.Status.LIMITED
                && isLater(cursor.get().nextSyncAt())) {
            // Further calls prolong the limit, and may block the account.
            leaveOut(session, tasks, cursor.get().nextSyncAt());
            new Runs(session)
                    .waiting(String.valueOf(session.connection().value().statusReason()));
            return;
        }
        var signals = new Signals(session);
        try {
            for (var task : tasks) {
                switch (task.kind()) {
                    case RECORD, REMOTE -> signals.look(task);
                    case DECISION -> new Decisions(session).carryOut(task);
                    case LOOK -> new Look(session).go(end);
                }
            }
            signals.store();
        } catch (CrmFailure failure) {
            signals.store();
            stopped(session, tasks, failure);
        }
    }

    private boolean isLater(@Nullable Instant time) {
        return time != null && time.isAfter(services.clock().instant());
    }

    /**
     * Changes of Waggle that are left out, and retries that a person asked for, are looked at once the connection runs again. Hooks
     * tell changes that the next look reads.
     *
     * @param tasks all those of the messages; a look that is repeated finds what is done
     */
    private void leaveOut(Session session, List<CrmTask> tasks, @Nullable Instant next) {
        var since = services.clock().instant().minus(EVENTS_LAG);
        var retries = tasks.stream()
                .filter(CrmTask::isRetry)
                .flatMap(task -> Signals.signal(task).stream())
                .map(SignalText::text)
                .toList();
        var signals = new Signals(session);
        session.change(cursor -> signals.withRetries(cursor.missing(since).waiting(next), retries));
    }

    private void stopped(Session session, List<CrmTask> tasks, CrmFailure failure) {
        var now = services.clock().instant();
        var pause = Optional.ofNullable(failure.details().pause()).orElse(Duration.ofMinutes(1));
        switch (failure.kind()) {
            case WAIT -> stopped(session, tasks, CrmConnection.Status.LIMITED, failure, now.plus(pause));
            case STOP, RENEW -> stopped(session, tasks, CrmConnection.Status.NEEDS_REAUTH, failure, null);
            case RETRY, FIX, GONE, TAKEN ->
                stopped(session, tasks, CrmConnection.Status.FAILING, failure, now.plus(Duration.ofMinutes(1)));
        }
    }

    private void stopped(
            Session session,
            List<CrmTask> tasks,
            CrmConnection.Status status,
            CrmFailure failure,
            @Nullable Instant next) {
        session.status(status, failure.getMessage());
        leaveOut(session, tasks, next);
        new Runs(session).waiting(failure.getMessage());
    }

    /** Reads a connection that does not exist, for a snapshot. */
    void prime() throws IOException {
        try (var session =
                Session.open(services, Uuids.next(), Uuids.next(), "priming").orElse(null)) {
            if (session != null) {
                throw new IOException("a new uuid names a connection");
            }
        }
    }
}
