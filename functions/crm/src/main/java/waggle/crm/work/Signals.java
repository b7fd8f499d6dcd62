package waggle.crm.work;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.stored.CrmCursor;
import waggle.model.crm.stored.CrmCursorBuilder;
import waggle.model.crm.stored.CrmRun.Counts;
import waggle.model.crm.sync.Signal;
import waggle.platform.queue.CrmTask;

/** Looks at single records, after events of Waggle and hooks of the CRM. */
final class Signals {
    private final Session session;
    private final CrmCursor cursor;
    private final Tally tally = new Tally(Counts.NONE);
    private final DailyDeletions deletions;
    private final Map<SyncedResource, Looks> looks = new EnumMap<>(SyncedResource.class);
    private boolean looked;

    Signals(Session session) {
        this.session = session;
        this.cursor = session.cursor().orElse(CrmCursor.NEW);
        this.deletions = new DailyDeletions(session, cursor);
    }

    void look(CrmTask task) {
        signal(task).ifPresent(this::look);
    }

    void look(SignalText signal) {
        // A resource is synchronised from its first run on, which looks at all records.
        if (!cursor.windows().containsKey(signal.resource().resource().name())) {
            return;
        }
        Optional.ofNullable(signal.place())
                .ifPresent(place -> session.facts().references().places().put(place.note(), place));
        looks(signal.resource()).ifPresent(found -> {
            var written = tally.counts().written();
            found.single().accept(signal.signal());
            if (tally.counts().written() > written) {
                notes(found, signal);
            }
        });
        looked = true;
    }

    private Optional<Looks> looks(SyncedResource resource) {
        return session.mapping()
                .of(resource)
                .map(of -> looks.computeIfAbsent(
                        resource, same -> new Looks(session, of, null, null, deletions.brake(), tally)));
    }

    /** The notes of a record waited for its link. */
    private void notes(Looks parents, SignalText signal) {
        var resource = signal.resource();
        if (!resource.hasNotes()
                || !cursor.windows().containsKey(SyncedResource.NOTE.resource().name())) {
            return;
        }
        looks(SyncedResource.NOTE)
                .ifPresent(notes -> parents.record(signal.signal()).ifPresent(uuid -> new NoteOffers(
                                session,
                                notes,
                                some -> some.forEach(note -> notes.single().accept(new Signal.OfRecord(note))))
                        .of(resource, uuid)));
    }

    /** The signal of a message; empty for one that names no record. */
    static Optional<SignalText> signal(CrmTask task) {
        var kind = task.kind() == CrmTask.Kind.RECORD ? SignalText.RECORD : SignalText.REMOTE;
        return task.id() == null ? Optional.empty() : SignalText.of(task.resource() + " " + kind + " " + task.id());
    }

    /** Stores which signals failed, and the deletions that were released. */
    void store() {
        store(List.of());
    }

    /** @param again failed signals that were looked at again: they are forgotten in the write that stores what failed now */
    void store(List<String> again) {
        if (!looked && again.isEmpty()) {
            return;
        }
        var retries = tally.takeRetries();
        if (!again.isEmpty() || !retries.isEmpty() || deletions.brake().ended() > cursor.endedLinks()) {
            session.change(before -> deletions.counted(withRetries(without(before, again), retries)));
        }
        if (tally.counts().failed() == 0) {
            session.succeeded();
        }
    }

    private static CrmCursor without(CrmCursor before, List<String> again) {
        var left =
                before.retries().stream().filter(text -> !again.contains(text)).toList();
        return CrmCursorBuilder.from(before).withRetries(left);
    }

    /** The cursor with more signals; with too many, all changes since now are looked at again. */
    CrmCursor withRetries(CrmCursor before, List<String> retries) {
        var all = Stream.concat(before.retries().stream(), retries.stream())
                .distinct()
                .toList();
        return all.size() <= CrmCursor.MOST_RETRIES
                ? CrmCursorBuilder.from(before).withRetries(all)
                : before.missing(session.services().clock().instant());
    }
}
