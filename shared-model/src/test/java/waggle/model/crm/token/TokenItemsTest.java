package waggle.model.crm.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.table.ItemKey;
import waggle.model.webhooks.SecretSeal;

/** One process reserves the renewal of an access token, and other credentials end what it knows. */
class TokenItemsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(40);

    private final UUID company = Uuids.next();
    private final UUID connection = Uuids.next();
    private final TokenItems items = items(LocalTable.shared());

    private TokenItems items(DynamoDbClient client) {
        return new TokenItems(client, LocalTable.NAME, new Reversed(), company, connection);
    }

    /** A seal that a test can see. */
    private static final class Reversed implements SecretSeal {
        @Override
        public String seal(UUID company, UUID owner, String secret) {
            return new StringBuilder(secret).reverse().toString();
        }

        @Override
        public String open(UUID company, UUID owner, String sealed) {
            return seal(company, owner, sealed);
        }
    }

    private void credentials(String edition) {
        var item = new HashMap<>(ItemKey.crmCredentials(company, connection).attributes());
        item.putAll(Map.of("credentials", AttributeValue.fromS("…"), "edition", AttributeValue.fromS(edition)));
        LocalTable.shared().putItem(put -> put.tableName(LocalTable.NAME).item(item));
    }

    @Test
    void renewal_isReservedByOneOfMany_untilItsTimeOrItsEnd() throws InterruptedException {
        credentials("a");
        Callable<Boolean> lease = () -> items.lease("a", NOW, LATER);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var won = workers.invokeAll(Stream.generate(() -> lease).limit(30).toList()).stream()
                    .filter(each -> each.resultNow());
            assertThat(won).hasSize(1);
        }
        assertThat(items.lease("a", LATER.plusSeconds(1), LATER.plusSeconds(40)))
                .as("after a process died")
                .isTrue();
        assertThat(items.store("a", "tokens")).isTrue();

        var stored = items.read();
        assertThat(stored.tokens()).contains("tokens");
        assertThat(items.lease(stored.edition(), NOW, LATER))
                .as("after the end")
                .isTrue();
        assertThat(items.store("a", "older")).as("of an edition that is over").isFalse();
    }

    /** A person may replace the credentials while a process renews the token. */
    @Test
    void itemOfATransaction_isWrittenAfterIt() {
        credentials("a");
        var calls = new AtomicInteger();
        var contended = items(FaultyClient.with(method ->
                method.equals("updateItem") && calls.getAndIncrement() % 2 == 0 ? Fault.CONFLICT : Fault.NONE));

        assertThat(contended.lease("a", NOW, LATER)).isTrue();
        contended.release("a", LATER);
        assertThat(contended.store("a", "tokens")).isTrue();
        assertThat(calls).hasValue(6);
    }

    @Test
    void otherCredentials_endTokensAndReservation() {
        credentials("a");
        assertThat(items.lease("a", NOW, LATER)).isTrue();
        credentials("b");

        assertThat(items.store("a", "tokens")).isFalse();
        assertThat(items.read()).isEqualTo(new TokenItems.Item(Optional.empty(), "b"));
        assertThat(items.lease("b", NOW, LATER)).isTrue();
    }
}
