package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;
import org.jspecify.annotations.Nullable;

/**
 * Replies to a transaction only after it is on the disk. DynamoDB Local replies when the COMMIT is queued, so that a killed
 * process would lose a confirmed write. The queue is processed in order, so the next call waits for the COMMIT.
 */
class DurableRequestHandler extends LocalDynamoDBRequestHandler {
    private final boolean isPersistent;

    DurableRequestHandler(@Nullable String directory) {
        super(0, directory == null, directory, true, false);
        this.isPersistent = directory != null;
    }

    @Override
    public TransactWriteItemsResult transactWriteItems(
            String accessKey, String region, TransactWriteItemsRequest request) {
        var result = super.transactWriteItems(accessKey, region, request);
        if (isPersistent) {
            listTables(accessKey, region, new ListTablesRequest());
        }
        return result;
    }
}
