package waggle.model.store;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.declaration.Resource;
import waggle.model.lists.LogSegments;

/** The logs of companies (README, "Logs"). */
public final class Logs {
    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final List<Resource<?>> logs;

    /** @param logs the resources that are logs */
    public Logs(DynamoDbClient client, String table, Clock clock, List<Resource<?>> logs) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.logs = List.copyOf(logs);
    }

    /** Counts the settled entries of a company. Lists are exact without it, and cheaper after it. */
    public void fold(UUID company) {
        logs.forEach(log -> new LogSegments(client, table, log, company, clock).fold());
    }
}
