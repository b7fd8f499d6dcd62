package waggle.bench.capacity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
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
 * Adds up the capacity that DynamoDB charges. The SDK finds this class by the file {@code execution.interceptors} and
 * adds an instance to every client of this process, so the functions are measured unchanged.
 */
public final class CapacityMeter implements ExecutionInterceptor {
    private static final Set<String> READS = Set.of("BatchGetItem", "GetItem", "Query", "Scan", "TransactGetItems");
    private static final InheritableThreadLocal<@Nullable Tally> MEASURED = new InheritableThreadLocal<>();
    private static final LongAdder WAITED = new LongAdder();
    private static final ExecutionAttribute<Long> SENT = new ExecutionAttribute<>("waggle.bench.sent");

    /** Runs a task and returns the charge of its calls: those of this thread and of the threads that the task starts. */
    public static Charge measure(Runnable task) {
        var tally = new Tally(new DoubleAdder(), new DoubleAdder());
        MEASURED.set(tally);
        try {
            task.run();
        } finally {
            MEASURED.remove();
        }
        return new Charge(tally.read().sum(), tally.written().sum());
    }

    /** The total time of waiting for DynamoDB, in nanoseconds. */
    public static long waited() {
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
        var tally = MEASURED.get();
        if (tally == null) {
            return;
        }
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
            tally.written().add(TransactionCost.of(transaction));
            return;
        }
        var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        var sum = READS.contains(operation) ? tally.read() : tally.written();
        context.response().getValueForField("ConsumedCapacity", Object.class).stream()
                .flatMap(field -> charges(field).stream())
                .forEach(charge -> sum.add(((ConsumedCapacity) charge).capacityUnits()));
    }

    /** A call on one table has one capacity, a batch has a list. */
    private static Collection<?> charges(Object field) {
        return field instanceof Collection<?> several ? several : List.of(field);
    }

    private record Tally(DoubleAdder read, DoubleAdder written) {}
}
