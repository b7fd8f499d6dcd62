package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local answers a transaction when its COMMIT is queued, not when it is done, so that a process killed in
 * between loses a write that was answered. The queue is worked off in order: what comes behind the COMMIT waits for it.
 */
final class DurableRequestHandler extends LocalDynamoDBRequestHandler {
    private final boolean keeps;

    DurableRequestHandler(@Nullable String folder) {
        super(0, folder == null, folder, true, false);
        this.keeps = folder != null;
    }

    @Override
    public TransactWriteItemsResult transactWriteItems(
            String accessKey, String region, TransactWriteItemsRequest request) {
        var result = super.transactWriteItems(accessKey, region, request);
        if (keeps) {
            listTables(accessKey, region, new ListTablesRequest());
        }
        return result;
    }
}
