package waggle.providers.pipedrive;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.providers.call.Answer;
import waggle.providers.call.Refusal;

/** Turns Pipedrive's refusals into failures (Pipedrive developer documentation, "Rate limiting"). */
final class PipedriveFailures {
    /** The limit of calls is one of two seconds; Pipedrive blocks accounts that do not slow down. */
    private static final Duration BURST = Duration.ofSeconds(10);

    private static final Duration DAY = Duration.ofHours(1);
    private static final int UNAUTHORIZED = 401;
    private static final Duration FAULT = Duration.ofSeconds(2);

    /** Pipedrive names the field in its sentence only. */
    private static final Pattern FIELD = Pattern.compile("Validation failed: (?:custom_fields\\.)?([a-z0-9_]{1,64})");

    private PipedriveFailures() {}

    /** The failure of a call with an access token that expires: another one may be accepted. */
    static CrmFailure ofGrant(Answer answer) {
        return answer.status() == UNAUTHORIZED
                ? new Refusal("", "", null).failure(Kind.RENEW, "Pipedrive refuses the access token", null, null, null)
                : of(answer);
    }

    static CrmFailure of(Answer answer) {
        var message = answer.body().path("error").asText("");
        var kind = kind(answer, message);
        var field = FIELD.matcher(message);
        return new Refusal(message, answer.body().path("code").asText(""), field.find() ? field.group(1) : null)
                .failure(kind, "Pipedrive replied with the status " + answer.status(), null, pause(kind, answer), null);
    }

    private static Kind kind(Answer answer, String message) {
        return switch (answer.status()) {
            case 401, 402 -> Kind.STOP;
            // A page in HTML comes from the proxy that blocks the account. Further calls prolong the block.
            case 403 -> answer.body().isMissingNode() || message.startsWith("Scope") ? Kind.STOP : Kind.FIX;
            case 404, 410 -> Kind.GONE;
            case 429 -> Kind.WAIT;
            default -> answer.status() >= 500 || answer.status() < 400 ? Kind.RETRY : Kind.FIX;
        };
    }

    private static @Nullable Duration pause(Kind kind, Answer answer) {
        if (kind == Kind.RETRY) {
            return FAULT;
        }
        if (kind != Kind.WAIT) {
            return null;
        }
        // With calls left of the current two seconds, the tokens of the day are used up.
        var daily = answer.header("x-ratelimit-remaining").filter(left -> !left.equals("0"));
        return answer.retryAfter().orElse(daily.isPresent() ? DAY : BURST);
    }
}
