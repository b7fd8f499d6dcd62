package waggle.model.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;

/**
 * The secrets that sign an endpoint's deliveries. They are stored in an item of their own, so that no record, event,
 * audit entry or reply contains them. They are sealed. An earlier release stored them in clear text, and such a secret is
 * sealed with the next rotation.
 *
 * @param previous also signs until it expires; null if there is none
 * @param previousUntil expiry of the previous secret in epoch seconds
 */
record Secrets(String current, @Nullable String previous, long previousUntil) {
    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";
    private static final String CLEAR = "whsec_";
    private static final String UNTIL = "previous_until";

    static Secrets of(Map<String, AttributeValue> item) {
        var previous = item.get(PREVIOUS);
        var until = item.get(UNTIL);
        return new Secrets(
                Objects.requireNonNull(item.get(CURRENT)).s(),
                previous == null ? null : previous.s(),
                until == null ? 0 : Long.parseLong(until.n()));
    }

    /**
     * The secrets that sign now in clear text, the newest first.
     *
     * @param open decrypts a sealed secret
     */
    List<String> at(Instant now, UnaryOperator<String> open) {
        var signing = previous == null || previousUntil <= now.getEpochSecond()
                ? Stream.of(current)
                : Stream.of(current, previous);
        return signing.map(secret -> isClear(secret) ? secret : open.apply(secret))
                .toList();
    }

    /** The same secrets, all of them sealed. */
    Secrets sealed(UnaryOperator<String> seal) {
        return previous != null && isClear(previous) ? new Secrets(current, seal.apply(previous), previousUntil) : this;
    }

    private static boolean isClear(String secret) {
        return secret.startsWith(CLEAR);
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
