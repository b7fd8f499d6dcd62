package waggle.crm.work;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.mapping.NotePlace;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.run.Poll;
import waggle.model.crm.run.Window;
import waggle.model.notes.Note;
import waggle.model.records.Entity;

/**
 * Finds the notes without a link, below the records that have notes.
 *
 * @param offered takes some notes
 */
record NoteOffers(Session session, Looks looks, Consumer<List<UUID>> offered) {
    private static final int PARENTS = 500;
    private static final int NOTES = 50;

    private static SyncedResource of(Note.Type type) {
        return SyncedResource.valueOf(type.name());
    }

    /**
     * Passes on the notes of all records.
     *
     * @param after the record whose notes were the last ones; null at first. If it was deleted, all begin again
     * @param stored takes each record whose notes were passed on
     */
    void all(@Nullable UUID after, Consumer<UUID> stored) {
        var records = session.services().records(session.actor());
        var begun = Arrays.stream(Note.Type.values())
                .filter(type -> after != null
                        && records.item(of(type).resource(), after).isPresent())
                .findFirst();
        for (var type : Note.Type.values()) {
            if (begun.isEmpty() || type.compareTo(begun.get()) > 0) {
                ofType(type, null, stored);
            } else if (type == begun.get()) {
                ofType(type, after, stored);
            }
        }
    }

    private void ofType(Note.Type type, @Nullable UUID after, Consumer<UUID> stored) {
        var store = session.services().store(of(type).resource());
        var now = session.services().clock().instant();
        var last = after;
        List<? extends Entity<?>> page;
        do {
            page = store.after(session.actor(), Instant.EPOCH, last, now, PARENTS);
            for (var parent : page) {
                last = parent.uuid();
                if (hasNotes(parent)) {
                    below(new Note.Parent(type, last));
                    stored.accept(last);
                }
            }
        } while (page.size() == PARENTS);
    }

    /**
     * Looks at the notes that the CRM deleted in a window of changes, if it tells them. While the brake holds one of them, the window
     * is not over: the next look asks for the deletions since its beginning again.
     *
     * @param tally of the looks
     */
    static boolean areSettled(Session session, Looks looks, Window changes, Tally tally) {
        var held = tally.counts().held();
        Optional.ofNullable(changes.since()).ifPresent(since -> deletedThere(session, looks, since, changes.until()));
        return tally.counts().held() == held;
    }

    private static void deletedThere(Session session, Looks looks, Instant since, Instant until) {
        try {
            var deleted = session.crm().deleted(looks.mapping().object(), since, until);
            new Poll(looks.mapping(), session.crm(), looks::over).check(deleted);
        } catch (CrmFailure failure) {
            // Without a field for Waggle's uuid, notes are parked one by one, and all else goes on.
            if (failure.kind() != CrmFailure.Kind.FIX) {
                throw failure;
            }
        }
    }

    /** Passes on the notes of one record. */
    void of(SyncedResource resource, UUID uuid) {
        session.services()
                .records(session.actor())
                .find(resource.resource(), uuid)
                .filter(NoteOffers::hasNotes)
                .ifPresent(parent -> below(new Note.Parent(Note.Type.valueOf(resource.name()), uuid)));
    }

    private static boolean hasNotes(Entity<?> parent) {
        var count = parent.counts().get(Note.COUNT);
        return count != null && count.signum() > 0;
    }

    private void below(Note.Parent parent) {
        var notes = session.services().store(new NotePlace(parent, parent.uuid()).collection());
        var places = session.facts().references().places();
        var now = session.services().clock().instant();
        UUID last = null;
        List<Entity<Note>> page;
        do {
            page = notes.after(session.actor(), Instant.EPOCH, last, now, NOTES);
            page.forEach(note -> places.put(note.uuid(), new NotePlace(parent, note.uuid())));
            var unlinked = looks.unlinked(page.stream().map(Entity::uuid).toList());
            if (!unlinked.isEmpty()) {
                offered.accept(unlinked);
            }
            last = page.isEmpty() ? last : page.getLast().uuid();
        } while (page.size() == NOTES);
    }
}
