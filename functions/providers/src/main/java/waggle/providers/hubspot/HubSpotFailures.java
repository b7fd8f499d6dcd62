package waggle.providers.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.providers.call.Answer;
import waggle.providers.call.Refusal;

/** Turns HubSpot's refusals into failures (HubSpot developer documentation, "Error handling"). */
final class HubSpotFailures {
    private static final Duration BURST = Duration.ofSeconds(10);
    private static final Duration DAY = Duration.ofHours(1);
    private static final Duration LOCK = Duration.ofSeconds(2);

    /** HubSpot names the other record in its sentence only. */
    private static final Pattern EXISTING = Pattern.compile("Existing ID: ([0-9]{1,20})");

    private HubSpotFailures() {}

    /** The failure of a call. */
    static CrmFailure of(Answer answer) {
        var kind = kind(answer.status(), category(answer.body()));
        return failure(kind, answer.body(), answer.status(), pause(kind, answer));
    }

    /** The failure of one row of a batch. */
    static CrmFailure ofRow(JsonNode error) {
        var status =
                switch (category(error)) {
                    case "OBJECT_NOT_FOUND" -> 404;
                    case "CONFLICT" -> 409;
                    case "RATE_LIMITS" -> 429;
                    case "MISSING_SCOPES" -> 403;
                    case "INTERNAL_ERROR" -> 500;
                    default -> 400;
                };
        var kind = kind(status, category(error));
        return failure(kind, error, status, kind == Kind.WAIT ? BURST : null);
    }

    private static Kind kind(int status, String category) {
        if (category.equals("EXPIRED_AUTHENTICATION")) {
            return Kind.RENEW;
        }
        return switch (status) {
            // A static key cannot be renewed, and HubSpot calls a 401 no reason to renew a token.
            case 401, 403 -> Kind.STOP;
            case 404 -> Kind.GONE;
            case 409 -> Kind.TAKEN;
            case 423 -> Kind.RETRY;
            case 429, 477 -> Kind.WAIT;
            default ->
                status >= 500 || status < 400 ? Kind.RETRY : category.equals("MISSING_SCOPES") ? Kind.STOP : Kind.FIX;
        };
    }

    private static CrmFailure failure(Kind kind, JsonNode body, int status, @Nullable Duration pause) {
        var message = body.path("message").asText("");
        var error = body.path("errors").path(0);
        var field = error.path("context").path("propertyName").path(0).textValue();
        var existing = EXISTING.matcher(message);
        return new Refusal(message, error.path("code").asText(category(body)), field)
                .failure(
                        kind,
                        "HubSpot replied with the status " + status,
                        body.path("correlationId").textValue(),
                        pause,
                        existing.find() ? existing.group(1) : null);
    }

    private static String category(JsonNode body) {
        return body.path("category").asText("");
    }

    private static @Nullable Duration pause(Kind kind, Answer answer) {
        if (kind == Kind.RETRY) {
            return LOCK;
        }
        if (kind != Kind.WAIT) {
            return null;
        }
        var daily = answer.body().path("policyName").asText("").equals("DAILY");
        return answer.retryAfter().orElse(daily ? DAY : BURST);
    }
}
