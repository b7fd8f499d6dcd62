package waggle.model;

import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What someone else does between a writer's look at the segments and its first write. */
public final class Meanwhile implements ExecutionInterceptor {
    private final Runnable others;
    private final AtomicBoolean done = new AtomicBoolean();

    public Meanwhile(Runnable others) {
        this.others = others;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var isWrite = context.request() instanceof TransactWriteItemsRequest
                || context.request() instanceof UpdateItemRequest;
        if (isWrite && done.compareAndSet(false, true)) {
            others.run();
        }
    }
}
