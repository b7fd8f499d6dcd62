package waggle.model.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import waggle.model.ErrorCode;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.table.ItemKey;

class TransactionTest {
    private final ItemKey key = ItemKey.record(Uuids.next(), "tag", Uuids.next());

    static Stream<Arguments> faults() {
        return Stream.of(Fault.CONFLICT, Fault.THROTTLED, Fault.OVER_CAPACITY, Fault.OVER_RATE)
                .flatMap(fault -> Stream.of(Arguments.of(fault, 1), Arguments.of(fault, 2)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void commit_passingFault_isRetried(Fault fault, int items) {
        var calls = new AtomicInteger();
        var client = FaultyClient.with(method -> calls.getAndIncrement() < 3 ? fault : Fault.NONE);

        insert(items).commit(client, RetryBudget.perWrite());

        assertThat(calls).hasValue(4);
        assertThat(isThere()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void commit_endlessFault_isRefusedAsUnavailable(Fault fault, int items) {
        var client = FaultyClient.with(method -> fault);

        assertThatThrownBy(() -> insert(items).commit(client, RetryBudget.of(Duration.ofMillis(60))))
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
        assertThat(isThere()).isFalse();
    }

    @Test
    void commit_oneItem_needsNoTransaction() {
        var methods = new ArrayList<String>();
        var client = FaultyClient.with(method -> {
            methods.add(method);
            return Fault.NONE;
        });
        insert(1).commit(client, RetryBudget.perWrite());
        change("n", false).commit(client, RetryBudget.perWrite());

        change("n", true).commit(client, RetryBudget.perWrite());
        insert(2, ItemKey.record(Uuids.next(), "tag", Uuids.next()), "").commit(client, RetryBudget.perWrite());

        assertThat(methods).containsExactly("putItem", "updateItem", "transactWriteItems", "transactWriteItems");
    }

    @Test
    void commit_oneItemThatARepeatedCallFinds_isDone() {
        insert(1).commit(LocalTable.shared(), RetryBudget.perWrite());

        insert(1).commit(new Repeated(), RetryBudget.perWrite());

        assertThatThrownBy(() -> insert(1, key, "other").commit(new Repeated(), RetryBudget.perWrite()))
                .hasMessage("it is there");
    }

    @Test
    void commit_oneConditionFails_writesNothingAndThrowsItsRefusal() {
        insert(1).commit(LocalTable.shared(), RetryBudget.perWrite());
        var other = ItemKey.record(Uuids.next(), "tag", Uuids.next());
        var transaction = insert(1);
        transaction.insert(other.attributes(), Refusal.impossible("it is new"));

        assertThatThrownBy(() -> transaction.commit(LocalTable.shared(), RetryBudget.perWrite()))
                .hasMessage("it is there");
        assertThat(isThere(other)).isFalse();
    }

    private Transaction insert(int items) {
        return insert(items, key, "");
    }

    private static Transaction insert(int items, ItemKey key, String text) {
        var transaction = new Transaction(LocalTable.NAME);
        var item = key.attributes();
        item.put("text", AttributeValue.fromS(text));
        transaction.insert(item, Refusal.impossible("it is there"));
        if (items > 1) {
            transaction.insert(ItemKey.record(Uuids.next(), "tag", Uuids.next()).attributes(), Refusal.raced());
        }
        return transaction;
    }

    private Transaction change(String attribute, boolean adds) {
        var transaction = new Transaction(LocalTable.NAME);
        var change = transaction.change(key, Refusal.raced()).requireThere();
        if (adds) {
            change.add(attribute, 1);
        } else {
            change.set(attribute, AttributeValue.fromN("1"));
        }
        return transaction;
    }

    private boolean isThere() {
        return isThere(key);
    }

    private static boolean isThere(ItemKey key) {
        return LocalTable.shared()
                .getItem(get -> get.tableName(LocalTable.NAME).key(key.attributes()))
                .hasItem();
    }

    /** The SDK repeats a put whose reply was lost. */
    private static final class Repeated implements DynamoDbClient {
        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            try {
                return LocalTable.shared().putItem(request);
            } catch (ConditionalCheckFailedException e) {
                throw e.toBuilder().numAttempts(2).build();
            }
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
