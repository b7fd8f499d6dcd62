package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Replies to a transaction only after it is on the disk. DynamoDB Local replies when the COMMIT is queued, so that a killed
 * process would lose a confirmed write. The queue is processed in order, so the next call waits for the COMMIT.
 */
class DurableRequestHandler extends LocalDynamoDBRequestHandler {
    /** The key and the file name of the one database that all callers share. */
    private static final String DATABASE = "shared-local-instance";

    private static final int JOBS = 10;

    private final boolean isPersistent;

    DurableRequestHandler(@Nullable String directory) {
        super(0, directory == null, directory, true, false);
        this.isPersistent = directory != null;
        var database =
                directory == null ? new RememberedTables() : new RememberedTables(Path.of(directory, DATABASE + ".db"));
        use(new LocalDBClient(database, new JobsRegister(Executors.newFixedThreadPool(JOBS), false)));
    }

    /** The request handler has no other way to get a database of another class. */
    @SuppressWarnings("unchecked") // the field is a map of clients
    private void use(AmazonDynamoDBLocal client) {
        try {
            var field = LocalDynamoDBRequestHandler.class.getDeclaredField("dbRequestHandlers");
            field.setAccessible(true);
            ((Map<String, AmazonDynamoDBLocal>) field.get(this)).put(DATABASE, client);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DynamoDB Local is another version than expected", e);
        }
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
