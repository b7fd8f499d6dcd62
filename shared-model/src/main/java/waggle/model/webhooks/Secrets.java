package waggle.model.webhooks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;

/**
 * The secrets that sign an endpoint's deliveries. They are stored in an item of their own, so that no record, event,
 * audit entry or reply contains them. They are sealed. An earlier release stored them in clear text, and such a secret is
 * sealed with the next rotation.
 *
 * @param earlier secrets that sign too until they expire, the newest first
 */
record Secrets(String current, List<Earlier> earlier) {
    private static final String CURRENT = "current";
    private static final String EARLIER = "earlier";
    private static final String SECRET = "secret";
    private static final String UNTIL = "until";

    /** The attributes of the one earlier secret of an earlier release. */
    private static final String PREVIOUS = "previous";

    private static final String PREVIOUS_UNTIL = "previous_until";
    private static final String CLEAR = "whsec_";

    /** The most earlier secrets. Each adds a signature to a header that receivers may limit to some 8 KB. */
    private static final int MOST_EARLIER = 20;

    /**
     * A secret that was rotated.
     *
     * @param until expiry in epoch seconds
     */
    record Earlier(String secret, long until) {
        boolean signsAt(Instant now) {
            return until > now.getEpochSecond();
        }
    }

    static Secrets of(Map<String, AttributeValue> item) {
        var earlier = new ArrayList<Earlier>();
        if (item.containsKey(EARLIER)) {
            required(item, EARLIER).l().forEach(one -> earlier.add(earlier(one.m(), SECRET, UNTIL)));
        }
        if (item.containsKey(PREVIOUS)) {
            earlier.add(earlier(item, PREVIOUS, PREVIOUS_UNTIL));
        }
        return new Secrets(required(item, CURRENT).s(), List.copyOf(earlier));
    }

    private static Earlier earlier(Map<String, AttributeValue> attributes, String secret, String until) {
        return new Earlier(
                required(attributes, secret).s(),
                Long.parseLong(required(attributes, until).n()));
    }

    private static AttributeValue required(Map<String, AttributeValue> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }

    /**
     * The secrets that sign now in clear text, the newest first.
     *
     * @param open decrypts a sealed secret
     */
    List<String> at(Instant now, UnaryOperator<String> open) {
        var signing = earlier.stream().filter(one -> one.signsAt(now)).map(Earlier::secret);
        return Stream.concat(Stream.of(current), signing)
                .map(secret -> isClear(secret) ? secret : open.apply(secret))
                .toList();
    }

    /**
     * The secrets after a rotation. All that sign until then also sign for another 24 hours, or until they expire.
     *
     * @param seal encrypts the secrets that are in clear text
     */
    Secrets rotated(String next, Instant now, UnaryOperator<String> seal) {
        var last = new Earlier(current, WebhookEndpoint.endOfOverlap(now).getEpochSecond());
        var all = Stream.concat(Stream.of(last), earlier.stream())
                .filter(one -> one.signsAt(now))
                .limit(MOST_EARLIER)
                .map(one -> isClear(one.secret()) ? new Earlier(seal.apply(one.secret()), one.until()) : one)
                .toList();
        return new Secrets(seal.apply(next), all);
    }

    private static boolean isClear(String secret) {
        return secret.startsWith(CLEAR);
    }

    Map<String, AttributeValue> item(UUID company, UUID endpoint) {
        var item = ItemKey.webhookSecrets(company, endpoint).attributes();
        item.put(CURRENT, AttributeValue.fromS(current));
        if (!earlier.isEmpty()) {
            item.put(
                    EARLIER,
                    AttributeValue.fromL(earlier.stream()
                            .map(one -> AttributeValue.fromM(Map.of(
                                    SECRET, AttributeValue.fromS(one.secret()),
                                    UNTIL, AttributeValue.fromN(Long.toString(one.until())))))
                            .toList()));
        }
        return item;
    }
}
