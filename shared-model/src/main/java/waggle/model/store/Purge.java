package waggle.model.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;

/**
 * Deletes what a record owns before the record itself goes: marks it, so that nothing is added, and then deletes in steps
 * of one transaction each. It can be stopped anywhere, and goes on where it was when it is asked again.
 */
final class Purge<T> {
    /** Well within the time that the gateway waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How many are deleted in a step, if they touch few other items. */
    private static final int STEP = 25;

    private final Store<T> store;
    private final Actor actor;
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();

    Purge(Store<T> store, Actor actor) {
        this.store = store;
        this.actor = actor;
    }

    /** @throws WaggleException when the record or something it owns is in use, or when there is more than time allows */
    void before(UUID uuid, Precondition precondition) {
        if (owned(store.getMatching(actor, uuid, precondition)) == 0) {
            return;
        }
        store.markDeleting(actor, uuid, precondition);
        try {
            store.resource().owned().forEach(owned -> purge(uuid, owned));
        } catch (Unfinished unfinished) {
            throw new WaggleException(ErrorCode.CONFLICT, left(uuid));
        } catch (WaggleException refusal) {
            if (!Transaction.isContention(refusal)) {
                store.unmarkDeleting(actor, uuid);
            }
            throw refusal;
        }
    }

    private void purge(UUID uuid, Owned owned) {
        var others = store.of(owned.resource().get());
        for (var pauses = 0; count(uuid, owned) > 0; ) {
            if (System.nanoTime() > deadline) {
                throw new Unfinished();
            }
            if (others.removeOwned(actor, store.resource(), uuid, STEP) == 0) {
                // The index is a moment behind the count.
                Transaction.pause(++pauses);
            }
        }
    }

    private long count(UUID uuid, Owned owned) {
        return count(store.get(actor, uuid), owned);
    }

    private long owned(Entity<T> entity) {
        return store.resource().owned().stream()
                .mapToLong(owned -> count(entity, owned))
                .sum();
    }

    private static long count(Entity<?> entity, Owned owned) {
        return Objects.requireNonNullElse(entity.counts().get(owned.count()), BigDecimal.ZERO)
                .longValue();
    }

    private String left(UUID uuid) {
        return "The %s is being deleted; %d records that belong to it are left. Ask again to finish"
                .formatted(store.resource().noun(), owned(store.get(actor, uuid)));
    }

    /** There is more to delete than one request has time for. */
    private static final class Unfinished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfinished() {
            super(null, null, false, false);
        }
    }
}
