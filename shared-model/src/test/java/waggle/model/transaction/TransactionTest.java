package waggle.model.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.model.ErrorCode;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.table.ItemKey;

class TransactionTest {
    private final ItemKey key = ItemKey.record(Uuids.next(), "tag", Uuids.next());

    @ParameterizedTest
    @EnumSource(names = {"CONFLICT", "THROTTLED", "OVER_CAPACITY", "OVER_RATE"})
    void commit_passingFault_isRetried(Fault fault) {
        var calls = new AtomicInteger();
        var client = FaultyClient.with(method -> calls.getAndIncrement() < 3 ? fault : Fault.NONE);

        insert().commit(client, RetryBudget.perWrite());

        assertThat(calls).hasValue(4);
        assertThat(isThere()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFLICT", "THROTTLED", "OVER_CAPACITY", "OVER_RATE"})
    void commit_endlessFault_isRefusedAsUnavailable(Fault fault) {
        assertThatThrownBy(() ->
                        insert().commit(FaultyClient.with(method -> fault), RetryBudget.of(Duration.ofMillis(60))))
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
        assertThat(isThere()).isFalse();
    }

    @Test
    void commit_oneConditionFails_writesNothingAndThrowsItsRefusal() {
        insert().commit(LocalTable.shared(), RetryBudget.perWrite());
        var other = ItemKey.record(Uuids.next(), "tag", Uuids.next());
        var transaction = insert();
        transaction.insert(other.attributes(), Refusal.impossible("it is new"));

        assertThatThrownBy(() -> transaction.commit(LocalTable.shared(), RetryBudget.perWrite()))
                .hasMessage("it is there");
        assertThat(isThere(other)).isFalse();
    }

    private Transaction insert() {
        var transaction = new Transaction(LocalTable.NAME);
        transaction.insert(key.attributes(), Refusal.impossible("it is there"));
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
}
