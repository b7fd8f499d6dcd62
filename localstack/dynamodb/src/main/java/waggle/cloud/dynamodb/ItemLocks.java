package waggle.cloud.dynamodb;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Locks of the items in running transactions. DynamoDB does not queue a second writer: it refuses the writer at once (Amazon
 * DynamoDB Developer Guide, "Transaction conflict handling in DynamoDB").
 */
final class ItemLocks {
    private final Duration time;
    private final Set<ItemKey> locked = new HashSet<>();

    /** @param time the shortest duration of a transaction; zero means that nothing is locked */
    ItemLocks(Duration time) {
        this.time = time;
    }

    /**
     * Runs a transaction while its items are locked, and returns after the lock time at the earliest.
     *
     * @throws Held if another transaction has locked some of the items
     */
    <T> T during(Collection<ItemKey> keys, Supplier<T> transaction) {
        if (time.isZero()) {
            return transaction.get();
        }
        var end = System.nanoTime() + time.toNanos();
        lock(keys);
        try {
            return transaction.get();
        } finally {
            waitUntil(end);
            unlock(keys);
        }
    }

    /** @throws Held if a transaction has locked some of the items */
    synchronized void require(Collection<ItemKey> keys) {
        var held = keys.stream().filter(locked::contains).collect(Collectors.toSet());
        if (!held.isEmpty()) {
            throw new Held(held);
        }
    }

    private synchronized void lock(Collection<ItemKey> keys) {
        require(keys);
        locked.addAll(keys);
    }

    private synchronized void unlock(Collection<ItemKey> keys) {
        locked.removeAll(keys);
    }

    private static void waitUntil(long end) {
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Another transaction has locked items of a request. */
    static final class Held extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Set<ItemKey> keys;

        Held(Set<ItemKey> keys) {
            super(null, null, false, false);
            this.keys = keys;
        }

        Set<ItemKey> keys() {
            return keys;
        }
    }
}
