package waggle.model.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import waggle.model.ErrorCode;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.table.ItemKey;

class TransactionTest {
    private final ItemKey key = ItemKey.record(Uuids.next(), "tag", Uuids.next());

    @Test
    void commit_passingConflicts_isRetried() {
        var conflicts = new Conflicts(3);

        insert().commit(LocalTable.client(conflicts), RetryBudget.perWrite());

        assertThat(conflicts.left).hasValue(-1);
        assertThat(isThere()).isTrue();
    }

    @Test
    void commit_endlessConflicts_isRefusedAsConflict() {
        var client = LocalTable.client(new Conflicts(Integer.MAX_VALUE));

        assertThatThrownBy(() -> insert().commit(client, RetryBudget.of(Duration.ofMillis(200))))
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.CONFLICT));
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

    /** DynamoDB Local never has a conflict of two transactions, so a client in between reports some. */
    private static final class Conflicts implements ExecutionInterceptor {
        private final AtomicInteger left;

        Conflicts(int times) {
            left = new AtomicInteger(times);
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof TransactWriteItemsRequest && left.getAndDecrement() > 0) {
                throw TransactionCanceledException.builder()
                        .cancellationReasons(CancellationReason.builder()
                                .code("TransactionConflict")
                                .build())
                        .build();
            }
        }
    }
}
