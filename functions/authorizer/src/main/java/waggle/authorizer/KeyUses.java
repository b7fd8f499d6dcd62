package waggle.authorizer;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.model.WaggleException;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeyStore;

/**
 * Stores when each key was last used, in the first request of an hour with it. The request waits for the write, because
 * Lambda freezes the function's threads after the reply, but not for a slow table.
 */
final class KeyUses {
    private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);
    private static final int MOST_REMEMBERED = 10_000;

    /** A write takes some 10 ms. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final KeyStore keys;
    private final Duration patience;
    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

    KeyUses(KeyStore keys) {
        this(keys, PATIENCE);
    }

    KeyUses(KeyStore keys, Duration patience) {
        this.keys = keys;
        this.patience = patience;
    }

    void note(KeyGrant grant, Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        if (noted.size() > MOST_REMEMBERED) {
            noted.clear();
        }
        if (!hour.equals(noted.put(grant.uuid(), hour))) {
            await(Thread.startVirtualThread(() -> write(grant, now)));
        }
    }

    private void await(Thread writing) {
        try {
            writing.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a failure the key's next request writes. */
    private void write(KeyGrant grant, Instant now) {
        try {
            keys.used(grant, now);
        } catch (SdkException | WaggleException e) {
            noted.remove(grant.uuid());
            LOG.warn("the use of key {} was not stored", grant.uuid(), e);
        }
    }
}
