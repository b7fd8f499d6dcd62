package waggle.crm.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.RemoteOwner;

/** The users of the accounts, kept for ten minutes: a message about one record need not read them again. */
public final class Owners {
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** Connections of which the users are kept; with more, all are read again. */
    private static final int MOST = 1_000;

    private final Map<UUID, Known> byConnection = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Known(Map<String, String> ids, Instant until) {}

    public Owners(Clock clock) {
        this.clock = clock;
    }

    /** The identifiers of the active users by their e-mail addresses in lower case. */
    public Map<String, String> of(UUID connection, Crm crm) {
        var now = clock.instant();
        var known = byConnection.get(connection);
        if (known != null && known.until().isAfter(now)) {
            return known.ids();
        }
        var ids = new LinkedHashMap<String, String>();
        crm.owners().stream()
                .filter(owner -> owner.active() && !owner.email().isBlank())
                .sorted(Comparator.comparing(RemoteOwner::id))
                .forEach(owner -> ids.putIfAbsent(owner.email(), owner.id()));
        if (byConnection.size() >= MOST) {
            byConnection.clear();
        }
        byConnection.put(connection, new Known(Map.copyOf(ids), now.plus(KEPT)));
        return Map.copyOf(ids);
    }
}
