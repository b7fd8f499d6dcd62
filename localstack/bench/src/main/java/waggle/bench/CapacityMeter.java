package waggle.bench;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Adds up what DynamoDB says it charges. The SDK finds this class by a file named {@code execution.interceptors} and
 * gives every client of this process one of its own, so what is measured are the functions as they are.
 */
public final class CapacityMeter implements ExecutionInterceptor {
    private static final Set<String> READS = Set.of("BatchGetItem", "GetItem", "Query", "Scan", "TransactGetItems");
    private static final DoubleAdder READ = new DoubleAdder();
    private static final DoubleAdder WRITTEN = new DoubleAdder();
    private static final LongAdder WAITED = new LongAdder();
    private static final ExecutionAttribute<Long> SENT = new ExecutionAttribute<>("waggle.bench.sent");

    /** Runs something and says what it was charged; nothing else may run meanwhile. */
    static Charge measure(Runnable action) {
        READ.reset();
        WRITTEN.reset();
        action.run();
        return new Charge(READ.sum(), WRITTEN.sum());
    }

    /** For how many nanoseconds DynamoDB was waited for, in all. */
    static long waited() {
        return WAITED.sum();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        var request = context.request().toBuilder();
        context.request().sdkFields().stream()
                .filter(field -> field.memberName().equals("ReturnConsumedCapacity"))
                .forEach(field -> field.set(request, ReturnConsumedCapacity.TOTAL.toString()));
        return request.build();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        attributes.putAttribute(SENT, System.nanoTime());
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        WAITED.add(System.nanoTime() - attributes.getAttribute(SENT));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
            WRITTEN.add(TransactionCost.of(transaction));
            return;
        }
        var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        var sum = READS.contains(operation) ? READ : WRITTEN;
        context.response().getValueForField("ConsumedCapacity", Object.class).stream()
                .flatMap(field -> charges(field).stream())
                .forEach(charge -> sum.add(((ConsumedCapacity) charge).capacityUnits()));
    }

    /** One for a call on one table, a list for a batch. */
    private static Collection<?> charges(Object field) {
        return field instanceof Collection<?> several ? several : List.of(field);
    }
}
