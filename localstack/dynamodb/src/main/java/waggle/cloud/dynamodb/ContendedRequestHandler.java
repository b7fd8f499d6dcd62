package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.exceptions.AWSExceptionFactory;
import com.amazonaws.services.dynamodbv2.exceptions.AmazonServiceExceptionType;
import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.DeleteItemRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteItemResult;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.GetItemResult;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.PutItemResult;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsResult;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;
import com.amazonaws.services.dynamodbv2.model.UpdateItemRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateItemResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls as DynamoDB does and DynamoDB Local does not: calls on items in a running transaction, and the calls that a
 * test wants to fail.
 */
final class ContendedRequestHandler extends DurableRequestHandler {
    private static final String CONFLICT = "TransactionConflict";

    private final ItemKeys keys;
    private final ItemLocks locks;
    private final InjectedFaults faults;

    ContendedRequestHandler(@Nullable String directory, Duration lockTime, InjectedFaults faults) {
        super(directory);
        this.keys = new ItemKeys(table -> describeTable("local", "local", new DescribeTableRequest(table))
                .getTable()
                .getKeySchema());
        this.locks = new ItemLocks(lockTime);
        this.faults = faults;
    }

    @Override
    public TransactWriteItemsResult transactWriteItems(
            String accessKey, String region, TransactWriteItemsRequest request) {
        var items = keys.of(request);
        faults.cancellation(items).ifPresent(fault -> {
            throw cancelled(items, Set.of(fault.key()), fault.code());
        });
        try {
            return locks.during(items, () -> super.transactWriteItems(accessKey, region, request));
        } catch (ItemLocks.Held held) {
            throw cancelled(items, held.keys(), CONFLICT);
        }
    }

    @Override
    public TransactGetItemsResult transactGetItems(String accessKey, String region, TransactGetItemsRequest request) {
        var items = keys.of(request);
        try {
            locks.require(items);
        } catch (ItemLocks.Held held) {
            throw cancelled(items, held.keys(), CONFLICT);
        }
        return super.transactGetItems(accessKey, region, request);
    }

    @Override
    public PutItemResult putItem(String accessKey, String region, PutItemRequest request) {
        return write(
                keys.of(request.getTableName(), request.getItem()), () -> super.putItem(accessKey, region, request));
    }

    @Override
    public UpdateItemResult updateItem(String accessKey, String region, UpdateItemRequest request) {
        return write(
                new ItemKey(request.getTableName(), request.getKey()),
                () -> super.updateItem(accessKey, region, request));
    }

    @Override
    public DeleteItemResult deleteItem(String accessKey, String region, DeleteItemRequest request) {
        return write(
                new ItemKey(request.getTableName(), request.getKey()),
                () -> super.deleteItem(accessKey, region, request));
    }

    @Override
    public GetItemResult getItem(String accessKey, String region, GetItemRequest request) {
        requireNoFault(new ItemKey(request.getTableName(), request.getKey()));
        return super.getItem(accessKey, region, request);
    }

    private <T> T write(ItemKey item, Supplier<T> write) {
        requireNoFault(item);
        try {
            locks.require(List.of(item));
        } catch (ItemLocks.Held held) {
            throw AWSExceptionFactory.buildAWSException(AmazonServiceExceptionType.TRANSACTION_CONFLICT_EXCEPTION);
        }
        return write.get();
    }

    private void requireNoFault(ItemKey item) {
        faults.refusal(item).ifPresent(fault -> {
            throw AWSExceptionFactory.buildAWSException(AmazonServiceExceptionType.valueOfErrorCode(fault.code()));
        });
    }

    private static DynamoDBLocalServiceException cancelled(List<ItemKey> items, Set<ItemKey> met, String code) {
        return AWSExceptionFactory.buildTransactionCanceledException(items.stream()
                .map(item -> new CancellationReason().withCode(met.contains(item) ? code : "None"))
                .toList());
    }
}
