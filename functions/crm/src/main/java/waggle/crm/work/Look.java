package waggle.crm.work;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.crm.work.Slice.Scope;
import waggle.model.crm.run.Window;
import waggle.model.crm.stored.CrmConflict;
import waggle.model.crm.stored.CrmCursor;
import waggle.model.crm.stored.CrmCursorBuilder;
import waggle.model.crm.stored.CrmRun;
import waggle.model.crm.stored.CrmRun.Counts;
import waggle.model.crm.stored.RunPosition;
import waggle.model.events.Event;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.live.EventLog;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.platform.queue.CrmTask;

/** A look at a connection: the run that goes on, or what changed on both sides. */
record Look(Session session) {
    /** The time between two looks at all links, which find deletions and merges. */
    private static final Duration LINKS_EVERY = Duration.ofHours(1);

    /** The events that are read at once to find changes that were left out. Each may take some calls. */
    private static final int EVENTS = 100;

    /** The failed signals that are looked at before the time is asked. */
    private static final int RETRIES = 50;

    private static final PageRequest DECIDED = new PageRequest(1, 50);

    /** @param end the time at which no further page begins */
    void go(Instant end) {
        session.requireAccount();
        var run = new Runs(session).current();
        if (run.isPresent()) {
            run(run.get(), end);
        } else {
            changes(end);
        }
    }

    private void run(Entity<CrmRun> entity, Instant end) {
        var run = entity.value();
        var runs = new Runs(session);
        var tally = new Tally(run.counts());
        var position = Optional.ofNullable(run.position()).orElse(RunPosition.START);
        var windows = windows();
        var scope = new Scope(entity.uuid(), run.resource(), run.full(), run.dryRun(), true);
        var brake = DailyDeletions.of(session, position.ended());
        var slice = new Slice(session, scope, position, windows, tally, brake, end, next -> {
            if (!run.dryRun()) {
                keep(windows, tally);
                runs.change(entity.uuid(), before -> before.at(next, tally.counts()));
            }
        });
        if (slice.isFinished()) {
            runs.finished(entity.uuid(), tally.counts(), null);
            next(run.resource() == null && !run.dryRun() ? entity.createdAt() : null);
        } else if (run.dryRun()) {
            // What it has planned is known in this process only.
            var reason = "The dry run ended after its time. It read %d records"
                    .formatted(tally.counts().read());
            runs.finished(entity.uuid(), tally.counts(), reason);
            next(null);
        } else {
            goOn();
        }
        session.succeeded();
    }

    /** The windows and failed signals are stored before the position, so that a lost process reads a page again. */
    private void keep(Map<String, Window> windows, Tally tally) {
        var retries = tally.takeRetries();
        var signals = new Signals(session);
        session.change(
                cursor -> signals.withRetries(CrmCursorBuilder.from(cursor).withWindows(Map.copyOf(windows)), retries));
    }

    private Map<String, Window> windows() {
        return new HashMap<>(session.cursor().orElse(CrmCursor.NEW).windows());
    }

    private void changes(Instant end) {
        var cursor = session.cursor().orElse(CrmCursor.NEW);
        if (cursor.windows().isEmpty()) {
            session.change(before -> before.waiting(null));
            return;
        }
        decisions();
        again(cursor, end);
        if (!isCaughtUp(cursor, end)) {
            goOn();
            return;
        }
        var tally = new Tally(Counts.NONE);
        var windows = windows();
        // What was looked at until here may have ended links, too.
        var deletions = new DailyDeletions(session, session.cursor().orElse(cursor));
        var now = session.services().clock().instant();
        var checks = cursor.checkedAt() == null
                || cursor.checkedAt().plus(LINKS_EVERY).isBefore(now);
        var position = Optional.ofNullable(cursor.position()).orElse(RunPosition.START);
        var scope = new Scope(null, null, false, false, checks);
        var slice = new Slice(session, scope, position, windows, tally, deletions.brake(), end, next -> {
            keep(windows, tally);
            session.change(
                    before -> deletions.counted(CrmCursorBuilder.from(before).withPosition(next)));
        });
        if (slice.isFinished()) {
            session.change(before -> CrmCursorBuilder.from(before).withPosition(null));
            next(checks ? now : null);
        } else {
            goOn();
        }
        session.succeeded();
    }

    /** Carries out decisions whose message was lost. */
    private void decisions() {
        var decided = List.<Condition>of(
                new Condition.AnyOf(
                        "connection_uuid", Set.of(session.connection().uuid().toString())),
                new Condition.AnyOf("status", Set.of("decided")));
        session.services()
                .store(CrmConflict.RESOURCE)
                .list(session.actor(), ListRequest.all(DECIDED).and(decided))
                .data()
                .forEach(conflict -> new Decisions(session).carryOut(conflict.uuid()));
    }

    /** Looks at the records again whose calls failed. Those that the time does not reach wait for the next look. */
    private void again(CrmCursor cursor, Instant end) {
        var retries = cursor.retries();
        var signals = new Signals(session);
        for (var from = 0; from < retries.size() && (from == 0 || !isOver(end)); from += RETRIES) {
            var some = retries.subList(from, Math.min(retries.size(), from + RETRIES));
            some.forEach(text -> SignalText.of(text).ifPresent(signals::look));
            signals.store(some);
        }
    }

    private boolean isOver(Instant end) {
        return !session.services().clock().instant().isBefore(end);
    }

    /**
     * Looks at the records of Waggle that changed while the connection made no calls, and tells whether none is left. The time that
     * is reached is stored after every page, so that a lost process repeats one page only.
     */
    private boolean isCaughtUp(CrmCursor cursor, Instant end) {
        var since = cursor.missedSince();
        if (since == null) {
            return true;
        }
        var now = session.services().clock().instant();
        var events = session.services().store(Event.RESOURCE);
        var signals = new Signals(session);
        var seen = new HashSet<SignalText>();
        var from = since;
        UUID last = null;
        while (true) {
            var page = events.after(session.actor(), since, last, now, EVENTS);
            page.stream()
                    .map(entity -> SignalText.of(entity.value()))
                    .flatMap(Optional::stream)
                    .filter(seen::add)
                    .forEach(signals::look);
            signals.store();
            if (page.size() < EVENTS) {
                reached(from, null);
                return true;
            }
            last = page.getLast().uuid();
            reached(from, EventLog.time(last));
            if (isOver(end)) {
                return false;
            }
            from = EventLog.time(last);
        }
    }

    /** Stores how far events are read, unless others were left out meanwhile. */
    private void reached(Instant from, @Nullable Instant time) {
        session.change(before -> Objects.equals(before.missedSince(), from)
                ? CrmCursorBuilder.from(before).withMissedSince(time)
                : before);
    }

    /** @param checked the time at which all links were looked at; null if they were not */
    private void next(@Nullable Instant checked) {
        var minutes = Objects.requireNonNull(session.connection().value().syncEveryMinutes());
        var now = session.services().clock().instant();
        session.change(cursor -> CrmCursorBuilder.builder(cursor)
                .nextSyncAt(cursor.windows().isEmpty() ? null : now.plus(Duration.ofMinutes(minutes)))
                .checkedAt(checked == null ? cursor.checkedAt() : checked)
                .build());
    }

    /** The message may be lost: the sweeper sends another. */
    private void goOn() {
        var now = session.services().clock().instant();
        session.change(cursor -> cursor.waiting(now));
        session.services()
                .queue()
                .hint(CrmTask.look(session.company(), session.connection().uuid(), now));
    }
}
