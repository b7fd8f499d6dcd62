package waggle.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.model.table.ItemKey;
import waggle.model.table.NewTable;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** The local table refuses calls as DynamoDB does (Developer Guide, "Transaction conflict handling in DynamoDB"). */
final class ItemLocksTest {
    private static final String TABLE = "locks";
    private static final Map<String, AttributeValue> LOCKED = new ItemKey("locked", "1").attributes();
    private static final Map<String, AttributeValue> OTHER = new ItemKey("other", "1").attributes();

    private static EmbeddedDynamoDb database;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDynamoDb.start(null, Duration.ofMillis(100));
        client = Clients.dynamoDb(
                new Settings("us-east-1", TABLE, database.endpoint()),
                StaticCredentialsProvider.create(Cloud.CREDENTIALS));
        NewTable.create(client, TABLE);
    }

    @AfterAll
    static void stop() {
        client.close();
        database.close();
    }

    @Test
    void transaction_ofALockedItem_isCancelledAtThatItem() {
        var refused = whileLocked(() -> transact(
                put(OTHER),
                TransactWriteItem.builder()
                        .conditionCheck(check ->
                                check.tableName(TABLE).key(LOCKED).conditionExpression("attribute_not_exists(absent)"))
                        .build()));

        assertThat(reasons(refused)).containsExactly("None", "TransactionConflict");
    }

    @Test
    void readTransaction_ofALockedItem_isCancelled() {
        var read = TransactGetItem.builder()
                .get(get -> get.tableName(TABLE).key(LOCKED))
                .build();

        var refused = whileLocked(() -> client.transactGetItems(reads -> reads.transactItems(List.of(read))));

        assertThat(reasons(refused)).containsExactly("TransactionConflict");
    }

    @Test
    void write_ofALockedItem_conflicts() {
        Stream.<ThrowingCallable>of(
                        () -> client.putItem(put -> put.tableName(TABLE).item(LOCKED)),
                        () -> client.updateItem(
                                update -> update.tableName(TABLE).key(LOCKED)),
                        () -> client.deleteItem(
                                delete -> delete.tableName(TABLE).key(LOCKED)))
                .forEach(write -> assertThat(whileLocked(write)).isInstanceOf(TransactionConflictException.class));
    }

    @Test
    void transaction_withAnInjectedReason_isCancelled_andOthersAreNot() {
        database.faults().cancel("throttled", "ThrottlingError", 1);

        transact(put(OTHER));
        var throttled = new ItemKey("throttled", "1").attributes();
        assertThat(reasons(catchThrowable(() -> transact(put(throttled))))).containsExactly("ThrottlingError");
        transact(put(throttled));
    }

    /** A client sends a transaction again when it has lost the reply (API reference, "TransactWriteItems"). */
    @Test
    void transaction_thatIsSentAgain_isDoneOnce() {
        var item = new ItemKey("sent again", "1").attributes();
        var absent = TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();

        for (var attempt = 1; attempt <= 2; attempt++) {
            client.transactWriteItems(write -> write.transactItems(absent).clientRequestToken("the same"));
        }
        assertThat(catchThrowable(() -> transact(absent))).isInstanceOf(TransactionCanceledException.class);
    }

    @Test
    void call_withAnInjectedError_isRefused() {
        var missing = new ItemKey("missing", "1").attributes();
        database.faults().refuse("missing", "ResourceNotFoundException", 2);

        assertThat(catchThrowable(
                        () -> client.putItem(put -> put.tableName(TABLE).item(missing))))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(catchThrowable(
                        () -> client.getItem(get -> get.tableName(TABLE).key(missing))))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private static void transact(TransactWriteItem... items) {
        client.transactWriteItems(write -> write.transactItems(items));
    }

    private static TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(item))
                .build();
    }

    /** Repeats a call, which may come before the lock, until it is refused. */
    private static Throwable whileLocked(ThrowingCallable call) {
        while (true) {
            var lock = CompletableFuture.runAsync(() -> transact(put(LOCKED)));
            while (!lock.isDone()) {
                var refused = catchThrowable(call);
                if (refused != null) {
                    lock.exceptionally(conflict -> null).join();
                    return refused;
                }
            }
        }
    }

    private static List<@Nullable String> reasons(Throwable refused) {
        assertThat(refused).isInstanceOf(TransactionCanceledException.class);
        return ((TransactionCanceledException) refused)
                .cancellationReasons().stream().map(CancellationReason::code).toList();
    }
}
