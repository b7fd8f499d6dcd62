package waggle.http.logs;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Counts the units of every client in this JVM by type of reply. The SDK finds it by the file execution.interceptors. */
public final class CountedUnits implements ExecutionInterceptor {
    private static final DoubleAdder READ = new DoubleAdder();
    private static final DoubleAdder WRITTEN = new DoubleAdder();

    /** The units since the last call. */
    static CapacityUnits take() {
        return new CapacityUnits(READ.sumThenReset(), WRITTEN.sumThenReset());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SdkResponse response = context.response();
        switch (response) {
            case GetItemResponse get -> add(READ, List.of(get.consumedCapacity()));
            case QueryResponse query -> add(READ, List.of(query.consumedCapacity()));
            case BatchGetItemResponse batch -> add(READ, batch.consumedCapacity());
            case TransactGetItemsResponse transaction -> add(READ, transaction.consumedCapacity());
            case PutItemResponse put -> add(WRITTEN, List.of(put.consumedCapacity()));
            case UpdateItemResponse update -> add(WRITTEN, List.of(update.consumedCapacity()));
            case DeleteItemResponse delete -> add(WRITTEN, List.of(delete.consumedCapacity()));
            case TransactWriteItemsResponse transaction -> add(WRITTEN, transaction.consumedCapacity());
            default -> {}
        }
    }

    private static void add(DoubleAdder sum, Collection<ConsumedCapacity> tables) {
        tables.forEach(table -> sum.add(table.capacityUnits()));
    }
}
