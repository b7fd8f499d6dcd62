package waggle.providers.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.providers.call.Answer;
import waggle.providers.call.Refusal;

/** Turns Salesforce's refusals into failures (REST API Developer Guide, "Status Codes and Error Responses"). */
final class SalesforceFailures {
    /** The limit is one of 24 rolling hours, and Salesforce does not say when calls are free again. */
    private static final Duration LIMIT = Duration.ofHours(1);

    private static final Duration LOCK = Duration.ofSeconds(2);

    private static final Set<String> RETRIED =
            Set.of("UNABLE_TO_LOCK_ROW", "QUERY_TIMEOUT", "SERVER_UNAVAILABLE", "INVALID_QUERY_LOCATOR");
    private static final Set<String> TAKEN = Set.of("DUPLICATE_VALUE", "DUPLICATES_DETECTED");
    private static final Set<String> GONE = Set.of("ENTITY_IS_DELETED", "NOT_FOUND");

    /** A unique field names the other record in its sentence only. */
    private static final Pattern OTHER = Pattern.compile("record with id: ([A-Za-z0-9]{18}|[A-Za-z0-9]{15})");

    private SalesforceFailures() {}

    static CrmFailure of(Answer answer) {
        // A refusal is an array, at times an object, and at times nothing.
        var error = answer.body().isArray() ? answer.body().path(0) : answer.body();
        var code = error.path("errorCode").asText(answer.status() == 300 ? "MULTIPLE_CHOICES" : "");
        var message = answer.status() == 300
                ? "Several records have the uuid of this record, and none was written"
                : error.path("message").asText("");
        var kind = kind(answer.status(), code);
        var pause = kind == Kind.WAIT ? LIMIT : kind == Kind.RETRY ? LOCK : null;
        return new Refusal(message, code, error.path("fields").path(0).textValue())
                .failure(
                        kind,
                        "Salesforce replied with the status " + answer.status(),
                        null,
                        pause,
                        other(error, message));
    }

    private static Kind kind(int status, String code) {
        if (RETRIED.contains(code)) {
            return Kind.RETRY;
        }
        if (TAKEN.contains(code)) {
            return Kind.TAKEN;
        }
        if (GONE.contains(code)) {
            return Kind.GONE;
        }
        return switch (status) {
            case 300 -> Kind.TAKEN;
            case 401 -> Kind.RENEW;
            case 403 -> forbidden(code);
            case 404 -> Kind.GONE;
            case 410 -> Kind.STOP;
            case 406, 420 -> Kind.RETRY;
            default -> status >= 500 || status < 400 ? Kind.RETRY : Kind.FIX;
        };
    }

    private static Kind forbidden(String code) {
        if (code.equals("REQUEST_LIMIT_EXCEEDED")) {
            return Kind.WAIT;
        }
        return code.startsWith("INSUFFICIENT_ACCESS") ? Kind.FIX : Kind.STOP;
    }

    /** The other record, unless several match. A duplicate rule tells it in its result, whose name Salesforce misspells. */
    private static @Nullable String other(JsonNode error, String message) {
        var named = OTHER.matcher(message);
        if (named.find()) {
            return named.group(1);
        }
        var result = error.has("duplicateResut") ? error.path("duplicateResut") : error.path("duplicateResult");
        var ids = Answer.rows(result.path("matchResults"))
                .flatMap(match -> Answer.rows(match.path("matchRecords")))
                .map(match -> match.path("record").path("Id").asText())
                .distinct()
                .toList();
        return Optional.of(ids)
                .filter(all -> all.size() == 1)
                .map(all -> all.getFirst())
                .orElse(null);
    }
}
