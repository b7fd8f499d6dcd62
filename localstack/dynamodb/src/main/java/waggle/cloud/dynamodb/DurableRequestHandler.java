package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import java.io.File;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Handles requests on {@link RememberedTables}. A reply to a transaction means that it is on the disk: DynamoDB Local replies when
 * the COMMIT is a job of the queue, and {@link CallersQueue} has done a job by then.
 */
class DurableRequestHandler extends LocalDynamoDBRequestHandler {
    /** The key and the file name of the one database that all callers share. */
    private static final String DATABASE = "shared-local-instance";

    private static final int JOBS = 10;

    DurableRequestHandler(@Nullable String directory) {
        super(0, directory == null, directory, true, false);
        var file = directory == null ? null : new File(directory, DATABASE + ".db");
        use(new LocalDBClient(new RememberedTables(file), new JobsRegister(Executors.newFixedThreadPool(JOBS), false)));
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
}
