package waggle.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import waggle.model.Uuids;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

class KeyUsesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:15:30Z");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final KeyGrant grant = new KeyGrant(Uuids.next(), Uuids.next(), "Key", Scopes.of(Scope.READ));

    @Test
    void use_isStoredBeforeTheReply_onceInAnHour() {
        var table = new Table();
        var uses = new KeyUses(new KeyStore(table, "table"), LONG);

        uses.note(grant, NOW);
        assertThat(table.minutes).containsExactly("2026-11-26T08:15:00.000Z");
        uses.note(grant, NOW.plusSeconds(44 * 60));
        uses.note(grant, NOW.plusSeconds(45 * 60));

        assertThat(table.minutes).containsExactly("2026-11-26T08:15:00.000Z", "2026-11-26T09:00:00.000Z");
    }

    static Stream<RuntimeException> failures() {
        return Stream.of(
                SdkClientException.create("unreachable"),
                TransactionConflictException.builder().build());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void use_thatWasNotStored_isStoredByTheNextRequest(RuntimeException failure) {
        var table = new Table();
        var uses = new KeyUses(new KeyStore(table, "table"), LONG);
        table.failure = failure;
        uses.note(grant, NOW);
        table.failure = null;

        uses.note(grant, NOW.plusSeconds(60));

        assertThat(table.minutes).containsExactly("2026-11-26T08:16:00.000Z");
    }

    @Test
    void slowTable_doesNotHoldTheRequest() {
        var table = new Table();
        table.open = new CountDownLatch(1);

        new KeyUses(new KeyStore(table, "table"), Duration.ofMillis(1)).note(grant, NOW);

        assertThat(table.minutes).isEmpty();
        table.open.countDown();
    }

    private static final class Table implements DynamoDbClient {
        final List<String> minutes = new CopyOnWriteArrayList<>();
        volatile @Nullable RuntimeException failure;
        volatile CountDownLatch open = new CountDownLatch(0);

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            var fails = failure;
            if (fails != null) {
                throw fails;
            }
            var minute =
                    Objects.requireNonNull(request.expressionAttributeValues().get(":minute"));
            minutes.add(minute.s());
            return UpdateItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
