package waggle.providers.call;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.model.CodePoints;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;

/**
 * A refusal in the provider's words.
 *
 * @param message {@code ""} if the provider says nothing
 * @param code the provider's; {@code ""} without one
 * @param field at fault; null if it is not told
 */
public record Refusal(String message, String code, @Nullable String field) {
    private static final int LONGEST_MESSAGE = 500;

    /**
     * The failure.
     *
     * @param otherwise a sentence for a refusal that has none
     * @param requestId the provider's identifier of the call
     * @param pause the wait that the provider asks for
     * @param other identifier of the record that has the unique value
     */
    public CrmFailure failure(
            Kind kind, String otherwise, @Nullable String requestId, @Nullable Duration pause, @Nullable String other) {
        var sentence = CodePoints.first(LONGEST_MESSAGE, message.isBlank() ? otherwise : message);
        return new CrmFailure(kind, sentence, new Details(code, field, requestId, pause, other));
    }

    /** A time of a reply; the failure to read it is one of the server. */
    public static Instant time(String text, Function<String, Instant> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw new CrmFailure(Kind.RETRY, "The reply has no time of change", Details.NONE);
        }
    }
}
