package waggle.model.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import waggle.model.ErrorCode;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.table.ItemKey;

class SingleItemsTest {
    private static final Map<String, AttributeValue> ONE = Map.of(":one", AttributeValue.fromN("1"));

    private final Map<String, AttributeValue> key =
            ItemKey.record(Uuids.next(), "tag", Uuids.next()).attributes();
    private final SingleItems items = new SingleItems(LocalTable.shared(), LocalTable.NAME);

    @Test
    void write_whoseConditionDoesNotHold_isTold() {
        assertThat(items.put(put -> put.item(key).conditionExpression("attribute_not_exists(pk)")))
                .isTrue();
        assertThat(items.put(put -> put.item(key).conditionExpression("attribute_not_exists(pk)")))
                .isFalse();
        assertThat(items.delete(delete -> delete.key(key).conditionExpression("attribute_exists(n)")))
                .isFalse();
        assertThat(isCounted(items)).isTrue();
        assertThat(isCounted(items)).isFalse();
        assertThat(items.delete(delete -> delete.key(key).conditionExpression("attribute_exists(n)")))
                .isTrue();
        assertThat(items.updated(update -> update.key(key)
                        .updateExpression("ADD n :one")
                        .expressionAttributeValues(ONE)
                        .returnValues(ReturnValue.UPDATED_NEW)))
                .hasValue(Map.of("n", AttributeValue.fromN("1")));
    }

    private boolean isCounted(SingleItems with) {
        return with.update(update -> update.key(key)
                .updateExpression("ADD n :one")
                .conditionExpression("attribute_not_exists(n)")
                .expressionAttributeValues(ONE));
    }

    @Test
    void write_ofAnItemThatATransactionHolds_waits() {
        var calls = new AtomicInteger();
        var client = FaultyClient.with(method -> calls.getAndIncrement() % 2 == 0 ? Fault.CONFLICT : Fault.NONE);
        var contended = new SingleItems(client, LocalTable.NAME);

        assertThat(contended.put(put -> put.item(key))).isTrue();
        assertThat(isCounted(contended)).isTrue();
        assertThat(contended.delete(delete -> delete.key(key))).isTrue();

        assertThat(calls).hasValue(6);
    }

    @Test
    void write_ofAnItemThatIsNeverFree_isRefusedAsUnavailable() {
        var contended = new SingleItems(
                FaultyClient.with(method -> Fault.CONFLICT), LocalTable.NAME, RetryBudget.of(Duration.ofMillis(60)));

        assertThatThrownBy(() -> contended.put(put -> put.item(key)))
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
    }
}
