package waggle.model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Adds up a client's reads and their capacity units, as DynamoDB reports them. Writes are in {@link WriteMeter}:
 * DynamoDB Local rounds up the sum of a transaction's items, while DynamoDB rounds up each item.
 */
public final class CapacityMeter implements ExecutionInterceptor {
    private final DoubleAdder read = new DoubleAdder();
    private final AtomicInteger calls = new AtomicInteger();

    /** Read capacity units since the last call. */
    public double read() {
        return read.sumThenReset();
    }

    /** Reads since the last call. */
    public int calls() {
        return calls.getAndSet(0);
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case QueryRequest query ->
                query.copy(builder -> builder.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            case GetItemRequest get ->
                get.copy(builder -> builder.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            case BatchGetItemRequest get ->
                get.copy(builder -> builder.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        calls.incrementAndGet();
        switch (context.response()) {
            case QueryResponse query -> read.add(query.consumedCapacity().capacityUnits());
            case GetItemResponse get -> read.add(get.consumedCapacity().capacityUnits());
            case BatchGetItemResponse get -> get.consumedCapacity().forEach(table -> read.add(table.capacityUnits()));
            default -> calls.decrementAndGet();
        }
    }
}
