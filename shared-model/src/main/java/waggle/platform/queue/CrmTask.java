package waggle.platform.queue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Uuids;

/**
 * A message of the queue: what to look at. It has identifiers only.
 *
 * @param resource of Waggle, {@code partner}; null for a look at the whole connection
 * @param id of the record, of the CRM's record or of the conflict; null for a look at the whole connection
 * @param key tells the message from others of the same connection, so that SQS drops repetitions
 */
public record CrmTask(
        UUID company,
        UUID connection,
        Kind kind,
        @Nullable String resource,
        @Nullable String id,
        String key) {
    private static final String RETRY = "retry ";

    /** What to look at. */
    public enum Kind {
        /** A record of Waggle. */
        RECORD,
        /** A record of the CRM. */
        REMOTE,
        /** The run that goes on, or what changed in the CRM. */
        LOOK,
        /** A conflict with a decision. */
        DECISION
    }

    /** A look at a connection that is due. The table keeps milliseconds, so those who send it again have the same key. */
    public static CrmTask look(UUID company, UUID connection, Instant due) {
        return new CrmTask(company, connection, Kind.LOOK, null, null, "look " + due.truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * A look at a record of Waggle after an event.
     *
     * @param record its uuid; the place of a note
     */
    public static CrmTask record(UUID company, UUID connection, String resource, String record, UUID event) {
        return new CrmTask(company, connection, Kind.RECORD, resource, record, "event " + event);
    }

    /**
     * A look at a record of the CRM after a call of its hook.
     *
     * @param key the same for a repetition of the call
     */
    public static CrmTask remote(UUID company, UUID connection, String resource, String id, String key) {
        return new CrmTask(company, connection, Kind.REMOTE, resource, id, key);
    }

    /**
     * A look at a link that a person asks for.
     *
     * @param kind of the record that the link has
     */
    public static CrmTask retry(UUID company, UUID connection, Kind kind, String resource, @Nullable String id) {
        return new CrmTask(company, connection, kind, resource, id, RETRY + Uuids.next());
    }

    /** Whether a person asks for the look: neither an event nor a change of the CRM tells it again. */
    @JsonIgnore
    public boolean isRetry() {
        return key.startsWith(RETRY);
    }

    /** The messages of one connection run one after the other, since two looks at one pair must not run at the same time. */
    @JsonIgnore
    public String messageGroup() {
        return connection.toString();
    }
}
