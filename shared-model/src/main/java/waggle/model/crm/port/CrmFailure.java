package waggle.model.crm.port;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that a CRM refused, or whose reply did not arrive. The kind decides what happens next. Neither message nor details
 * contain credentials.
 */
public final class CrmFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Details details;

    /** What a failure asks for. */
    public enum Kind {
        /** A limit is reached: no further call of the connection before the wait is over. */
        WAIT,
        /** The record is locked, the server failed, or the reply was lost. A write may have happened. */
        RETRY,
        /** The access token is no longer valid: one new token, one more call. */
        RENEW,
        /** The CRM refuses the values of this record. Other records go on. */
        FIX,
        /** A person has to act: a revoked grant, a missing scope, a blocked address. All calls of the connection end. */
        STOP,
        /** The record does not exist any more. */
        GONE,
        /** The CRM has another record with a value that must be unique. */
        TAKEN
    }

    /**
     * The reply in the provider's words.
     *
     * @param code the provider's code of the failure; {@code ""} without one
     * @param field the provider's name of the field at fault; null if it names none
     * @param requestId the provider's identifier of the call; null without one
     * @param pause the wait that the provider asks for; null if it asks for none
     * @param other identifier of the record that has the unique value; null if it is not known
     */
    public record Details(
            String code,
            @Nullable String field,
            @Nullable String requestId,
            @Nullable Duration pause,
            @Nullable String other) {
        /** No details: no reply arrived. */
        public static final Details NONE = new Details("", null, null, null, null);
    }

    /** @param message the provider's sentence, or Waggle's where no reply arrived */
    public CrmFailure(Kind kind, String message, Details details) {
        super(message);
        this.kind = kind;
        this.details = details;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public Kind kind() {
        return kind;
    }

    public Details details() {
        return details;
    }

    /** The identifier of the record that has the unique value, where the provider tells it. */
    public Optional<String> other() {
        return Optional.ofNullable(details.other());
    }
}
