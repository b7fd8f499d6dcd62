package waggle.model;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The originator of a read or a write. It decides which company's records are visible, and every event and audit entry
 * names it.
 */
public sealed interface Actor {
    /** Characters of the longest request id. */
    int LONGEST_REQUEST_ID = 100;

    /** Characters of the longest label. */
    int LONGEST_LABEL = 100;

    /** The tenant. */
    UUID company();

    /** The gateway's request id; {@code waggle} if no request caused the work. */
    String requestId();

    /** The actor as events and audit entries show it. */
    Identity identity();

    /** The API key of a request. */
    static Actor ofKey(UUID company, UUID uuid, String label, String requestId) {
        return new ApiKey(company, uuid, label, requestId);
    }

    /** A connection to a CRM during a synchronisation. */
    static Actor ofCrmConnection(UUID company, UUID uuid, String label, String requestId) {
        return new CrmConnection(company, uuid, label, requestId);
    }

    /** Waggle itself, outside of a request: a delivery, a sweep, a replay. */
    static Actor waggle(UUID company) {
        return new Waggle(company);
    }

    /**
     * An API key.
     *
     * @param uuid the key's record, never the key itself
     * @param label the key's label at the time of the request
     */
    record ApiKey(UUID company, UUID uuid, String label, String requestId) implements Actor {
        @Override
        public Identity identity() {
            return new Identity(Type.API_KEY, uuid, label);
        }
    }

    /**
     * A connection to a CRM.
     *
     * @param uuid the connection's record
     * @param label the connection's label at the time
     */
    record CrmConnection(UUID company, UUID uuid, String label, String requestId) implements Actor {
        @Override
        public Identity identity() {
            return new Identity(Type.CRM_CONNECTION, uuid, label);
        }
    }

    /** Waggle itself. */
    record Waggle(UUID company) implements Actor {
        private static final String NAME = "Waggle";

        @Override
        public String requestId() {
            return "waggle";
        }

        @Override
        public Identity identity() {
            return new Identity(Type.WAGGLE, null, NAME);
        }
    }

    /** The kinds of actors. */
    enum Type {
        API_KEY,
        CRM_CONNECTION,
        WAGGLE
    }

    /**
     * An actor as events and audit entries show it.
     *
     * @param uuid of the API key or the CRM connection; null for Waggle itself
     * @param label of the API key or the CRM connection at the time
     */
    record Identity(
            Type type,
            @Nullable UUID uuid,
            @Size(max = LONGEST_LABEL) String label) {}
}
