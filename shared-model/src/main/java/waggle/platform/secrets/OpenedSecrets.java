package waggle.platform.secrets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The secrets that were opened last, by their sealed form. */
final class OpenedSecrets {
    private static final int MOST = 1_000;

    private final Map<String, String> secrets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** Opens outside of the lock, so that a slow call holds up no other endpoint. */
    String get(String sealed, Supplier<String> open) {
        synchronized (secrets) {
            var known = secrets.get(sealed);
            if (known != null) {
                return known;
            }
        }
        var secret = open.get();
        synchronized (secrets) {
            secrets.put(sealed, secret);
        }
        return secret;
    }
}
