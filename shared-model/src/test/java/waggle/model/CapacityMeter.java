package waggle.model;

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

/** Adds up the read capacity units that a client's calls cost, as DynamoDB reports them. Written ones are left out: DynamoDB
 * Local rounds up the sum of a transaction's items, and DynamoDB each item. */
public final class CapacityMeter implements ExecutionInterceptor {
    private final DoubleAdder read = new DoubleAdder();

    /** Read capacity units since the last time of asking. */
    public double read() {
        return read.sumThenReset();
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
        switch (context.response()) {
            case QueryResponse query -> read.add(query.consumedCapacity().capacityUnits());
            case GetItemResponse get -> read.add(get.consumedCapacity().capacityUnits());
            case BatchGetItemResponse get -> get.consumedCapacity().forEach(table -> read.add(table.capacityUnits()));
            default -> {}
        }
    }
}
