package waggle.crm.work;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.platform.queue.CrmTask;

/** A look at a connection: the run that goes on, or what changed on both sides. */
record Look(Session session) {
    /** The time between two looks at all links, which find deletions and merges. */
    private static final Duration LINKS_EVERY = Duration.ofHours(1);

    /** The most events that are read to find changes that were left out. */
    private static final int EVENTS = 1_000;

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
            next();
        } else if (run.dryRun()) {
            // What it has planned is known in this process only.
            var reason = "The dry run ended after its time. It read %d records"
                    .formatted(tally.counts().read());
            runs.finished(entity.uuid(), tally.counts(), reason);
            next();
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
        again(cursor);
        missed(cursor);
        var tally = new Tally(Counts.NONE);
        var windows = windows();
        var deletions = new DailyDeletions(session, cursor);
        var now = session.parts().clock().instant();
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
            session.change(before -> CrmCursorBuilder.builder(before)
                    .position(null)
                    .checkedAt(checks ? now : before.checkedAt())
                    .build());
            next();
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
        session.parts()
                .store(CrmConflict.RESOURCE)
                .list(session.actor(), ListRequest.all(DECIDED).and(decided))
                .data()
                .forEach(conflict -> new Decisions(session).carryOut(conflict.uuid()));
    }

    /** Looks at the records again whose calls failed. */
    private void again(CrmCursor cursor) {
        if (cursor.retries().isEmpty()) {
            return;
        }
        var signals = new Signals(session);
        cursor.retries().forEach(text -> SignalText.of(text).ifPresent(signals::look));
        signals.store(cursor.retries());
    }

    /** Looks at the records of Waggle that changed while the connection made no calls. */
    private void missed(CrmCursor cursor) {
        var since = cursor.missedSince();
        if (since == null) {
            return;
        }
        var now = session.parts().clock().instant();
        var events = session.parts().store(Event.RESOURCE);
        var signals = new Signals(session);
        UUID last = null;
        List<Entity<Event>> page;
        do {
            page = events.after(session.actor(), since, last, now, EVENTS);
            page.stream()
                    .map(entity -> SignalText.of(entity.value()))
                    .flatMap(Optional::stream)
                    .distinct()
                    .forEach(signals::look);
            last = page.isEmpty() ? last : page.getLast().uuid();
        } while (page.size() == EVENTS);
        session.change(before -> Objects.equals(before.missedSince(), since)
                ? CrmCursorBuilder.from(before).withMissedSince(null)
                : before);
        signals.store();
    }

    private void next() {
        var minutes = Objects.requireNonNull(session.connection().value().syncEveryMinutes());
        var now = session.parts().clock().instant();
        session.change(
                cursor -> cursor.waiting(cursor.windows().isEmpty() ? null : now.plus(Duration.ofMinutes(minutes))));
    }

    /** The message may be lost: the sweeper sends another. */
    private void goOn() {
        var now = session.parts().clock().instant();
        session.change(cursor -> cursor.waiting(now));
        session.parts()
                .queue()
                .hint(CrmTask.look(session.company(), session.connection().uuid(), now));
    }
}
