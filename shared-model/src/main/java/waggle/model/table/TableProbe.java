package waggle.model.table;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tests whether the table can be reached. A test costs half a read unit. */
public final class TableProbe {
    private static final Logger LOG = LoggerFactory.getLogger(TableProbe.class);

    /** Short, because a monitor asks again soon. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DynamoDbClient client;
    private final String table;

    public TableProbe(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    public boolean isReachable() {
        try {
            client.getItem(get -> get.tableName(table)
                    .key(ItemKey.probe().attributes())
                    .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)));
            return true;
        } catch (SdkException e) {
            LOG.error("the table cannot be reached", e);
            return false;
        }
    }
}
