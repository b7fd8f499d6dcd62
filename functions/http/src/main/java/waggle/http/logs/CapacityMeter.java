package waggle.http.logs;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Adds up the capacity units of one request's calls to DynamoDB, which run on the request's thread and on those that it
 * starts. DynamoDB does not report the units of calls that fail.
 */
@Singleton
public final class CapacityMeter implements ExecutionInterceptor {
    private static final Set<String> READS = Set.of("BatchGetItem", "GetItem", "Query", "Scan", "TransactGetItems");

    private final InheritableThreadLocal<Sums> units = new InheritableThreadLocal<>() {
        @Override
        protected Sums initialValue() {
            return new Sums(new DoubleAdder(), new DoubleAdder());
        }
    };

    /** What a thread and those that it started have read and written. */
    private record Sums(DoubleAdder read, DoubleAdder written) {}

    /** The units of this thread's calls since it last asked. */
    CapacityUnits take() {
        var taken = Objects.requireNonNull(units.get());
        units.remove();
        return new CapacityUnits(taken.read.sum(), taken.written.sum());
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        var request = context.request().toBuilder();
        for (var field : context.request().sdkFields()) {
            if (field.memberName().equals("ReturnConsumedCapacity")) {
                field.set(request, ReturnConsumedCapacity.TOTAL.toString());
            }
        }
        return request.build();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var isRead = READS.contains(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        context.response().getValueForField("ConsumedCapacity", Object.class).ifPresent(consumed -> tables(consumed)
                .forEach(table -> add((ConsumedCapacity) table, isRead)));
    }

    private void add(ConsumedCapacity table, boolean isRead) {
        var sums = Objects.requireNonNull(units.get());
        (isRead ? sums.read : sums.written).add(table.capacityUnits());
    }

    /** The reply to a batch or a transaction has a list with one element per table. */
    private static Collection<?> tables(Object consumed) {
        return consumed instanceof Collection<?> several ? several : List.of(consumed);
    }
}
