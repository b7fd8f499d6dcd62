package waggle.authorizer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeyStore;

/**
 * Stores the minute in which each key was last used, at most once a minute, on a thread that the request does not wait
 * for. If Lambda freezes that thread, the key's next minute is stored.
 */
final class KeyUses {
    private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);
    private static final int MOST_REMEMBERED = 10_000;

    private final KeyStore keys;
    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

    KeyUses(KeyStore keys) {
        this.keys = keys;
    }

    void note(KeyGrant grant, Instant now) {
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        if (noted.size() > MOST_REMEMBERED) {
            noted.clear();
        }
        if (!minute.equals(noted.put(grant.uuid(), minute))) {
            Thread.startVirtualThread(() -> write(grant, minute));
        }
    }

    private void write(KeyGrant grant, Instant minute) {
        try {
            keys.used(grant, minute);
        } catch (SdkException e) {
            noted.remove(grant.uuid());
            LOG.warn("the use of key {} was not stored", grant.uuid(), e);
        }
    }
}
