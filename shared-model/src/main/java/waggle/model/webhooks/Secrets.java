package waggle.model.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;

/**
 * The secrets that sign an endpoint's deliveries. They are stored in an item of their own, so that no record, event,
 * audit entry or reply contains them.
 *
 * @param previous also signs until it expires; null if there is none
 * @param previousUntil expiry of the previous secret in epoch seconds
 */
record Secrets(String current, @Nullable String previous, long previousUntil) {
    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";
    private static final String UNTIL = "previous_until";

    static Secrets of(Map<String, AttributeValue> item) {
        var previous = item.get(PREVIOUS);
        var until = item.get(UNTIL);
        return new Secrets(
                Objects.requireNonNull(item.get(CURRENT)).s(),
                previous == null ? null : previous.s(),
                until == null ? 0 : Long.parseLong(until.n()));
    }

    /** The secrets that sign now, the newest first. */
    List<String> at(Instant now) {
        return previous == null || previousUntil <= now.getEpochSecond()
                ? List.of(current)
                : List.of(current, previous);
    }

    Secrets rotated(String next, Instant now) {
        return new Secrets(next, current, WebhookEndpoint.endOfOverlap(now).getEpochSecond());
    }

    Map<String, AttributeValue> item(UUID company, UUID endpoint) {
        var item = ItemKey.webhookSecrets(company, endpoint).attributes();
        item.put(CURRENT, AttributeValue.fromS(current));
        if (previous != null) {
            item.put(PREVIOUS, AttributeValue.fromS(previous));
            item.put(UNTIL, AttributeValue.fromN(Long.toString(previousUntil)));
        }
        return item;
    }
}
