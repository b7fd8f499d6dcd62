package waggle.crm.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import waggle.crm.plan.Plan;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.run.Poll;
import waggle.model.crm.run.Window;
import waggle.model.crm.stored.RunPosition;
import waggle.model.records.Entity;

/** As much of a run as fits into one invocation. The position is stored after every page. */
final class Slice {
    /** How far a window of changes reaches back into the one before. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final int PAGE = 50;

    private final Session session;
    private final Scope scope;
    private final Instant end;
    private final LazyBrake brake;
    private final Tally tally;
    private final Consumer<RunPosition> stored;
    private final Map<String, Window> windows;
    private final LinkPages links;
    private final Plan plan = new Plan();
    private RunPosition position;

    /** Ends the reading of pages in the middle. */
    private static final class TimeIsOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * What a run looks at.
     *
     * @param run the run; null for a look that no one asked for
     * @param resource null for all
     * @param full whether all records of both sides are read
     * @param dry whether writes are only planned
     * @param links whether the links are looked at too
     */
    record Scope(@Nullable UUID run, @Nullable SyncedResource resource, boolean full, boolean dry, boolean links) {
        /** Whether a link was there before the run. The records of a newer one were read when the run made it. */
        boolean isOlder(UUID link) {
            return run == null || link.toString().compareTo(run.toString()) < 0;
        }
    }

    /**
     * A slice.
     *
     * @param windows the last window of each resource; this map is changed
     * @param end the time at which no further page begins
     * @param stored takes the position after each page
     */
    Slice(
            Session session,
            Scope scope,
            RunPosition position,
            Map<String, Window> windows,
            Tally tally,
            LazyBrake brake,
            Instant end,
            Consumer<RunPosition> stored) {
        this.session = session;
        this.scope = scope;
        this.links = new LinkPages(session, scope);
        this.position = position;
        this.windows = windows;
        this.tally = tally;
        this.brake = brake;
        this.end = end;
        this.stored = stored;
    }

    /** Runs until nothing is left or the time is over, and tells whether nothing is left. */
    boolean isFinished() {
        var mappings = session.mapping().inOrder();
        try {
            while (position.mapping() < mappings.size()) {
                var of = mappings.get(position.mapping());
                if (isWanted(of)) {
                    phase(of);
                } else {
                    position = new RunPosition(
                            position.mapping() + 1, RunPosition.Phase.REMOTE, null, null, position.ended());
                }
            }
            return true;
        } catch (TimeIsOver over) {
            return false;
        }
    }

    /** Outside of a run, a resource is looked at after its first run only. */
    private boolean isWanted(OfResource of) {
        var isChosen = scope.resource() == null || scope.resource() == of.resource();
        return isChosen && (scope.run() != null || windows.containsKey(name(of)));
    }

    private static String name(OfResource of) {
        return of.resource().resource().name();
    }

    private void phase(OfResource of) {
        var looks = new Looks(session, of, scope.run(), scope.dry() ? plan : null, brake, tally);
        switch (position.phase()) {
            case REMOTE -> remote(of, looks);
            case LOCAL -> local(looks);
            case LINKS -> links(of, looks);
        }
        store(position.next());
    }

    private void remote(OfResource of, Looks looks) {
        if (position.window() == null) {
            prepare(of);
        }
        if (of.resource() == SyncedResource.NOTE) {
            // Notes travel to the CRM only: what it has of them is not read.
            if (!scope.dry()) {
                var changes = begun(of);
                if (NoteOffers.areSettled(session, looks, changes, tally)) {
                    windows.put(name(of), new Window(changes.since(), changes.until(), null, true));
                }
            }
            return;
        }
        var window = Optional.ofNullable(position.window()).orElseGet(() -> begun(of));
        new Poll(looks.mapping(), session.crm(), looks::over).read(window, read -> {
            looks.finish();
            position = position.in(read);
            if (read.done() && !scope.dry()) {
                windows.put(name(of), read);
            }
            if (!read.done()) {
                store(position);
            }
        });
    }

    /** The field that holds Waggle's uuid is made once by each run. Without one for notes, these are parked one by one. */
    private void prepare(OfResource of) {
        if (scope.run() == null || scope.dry()) {
            return;
        }
        try {
            session.crm().prepare(of.object());
        } catch (CrmFailure failure) {
            if (failure.kind() != CrmFailure.Kind.FIX || of.resource() != SyncedResource.NOTE) {
                throw failure;
            }
        }
    }

    private Window begun(OfResource of) {
        var now = session.services().clock().instant();
        var last = windows.get(name(of));
        return last == null || scope.full() ? Window.all(now) : last.next(now, Duration.ZERO, OVERLAP);
    }

    private void local(Looks looks) {
        if (!scope.full()) {
            return;
        }
        if (looks.resource() == SyncedResource.NOTE) {
            new NoteOffers(session, looks, new Poll(looks.mapping(), session.crm(), looks::over)::offer)
                    .all(position.after(), parent -> store(position.after(parent)));
            return;
        }
        var store = session.services().store(looks.resource().resource());
        var now = session.services().clock().instant();
        while (true) {
            var page = store.after(session.actor(), Instant.EPOCH, position.after(), now, PAGE);
            var unlinked = looks.unlinked(page.stream().map(Entity::uuid).toList());
            new Poll(looks.mapping(), session.crm(), looks::over).offer(unlinked);
            if (page.size() < PAGE) {
                return;
            }
            store(position.after(page.getLast().uuid()));
        }
    }

    private void links(OfResource of, Looks looks) {
        // A note that was deleted in the CRM is found by the next change of it, and by full runs.
        if (!scope.links() || (of.resource() == SyncedResource.NOTE && !scope.full())) {
            return;
        }
        var poll = new Poll(looks.mapping(), session.crm(), looks::over);
        while (true) {
            var page = links.after(of.resource(), position.after());
            poll.check(page.stream().map(link -> link.getValue().remoteId()).toList());
            looks.finish();
            if (page.size() < Crm.MOST_READ) {
                return;
            }
            store(position.after(page.getLast().getKey()));
        }
    }

    private void store(RunPosition next) {
        position = next.ending(brake.ended());
        stored.accept(position);
        if (!session.services().clock().instant().isBefore(end)) {
            throw new TimeIsOver();
        }
    }
}
