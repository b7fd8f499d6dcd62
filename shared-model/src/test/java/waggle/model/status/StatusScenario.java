package waggle.model.status;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.Uuids;
import waggle.model.table.NewTable;

/** A table of its own with the status of a deployment, and a clock that a test moves. */
final class StatusScenario {
    private final String table = "waggle-status-" + Uuids.next();
    final ManualClock clock = new ManualClock(Instant.parse("2026-11-26T14:00:10Z"));
    final StatusReads reads = new StatusReads(LocalTable.shared(), table);

    StatusScenario() {
        NewTable.create(LocalTable.shared(), table);
    }

    StatusWrites writes() {
        return writes(LocalTable.shared());
    }

    StatusWrites writes(DynamoDbClient client) {
        return new StatusWrites(client, table);
    }

    Condition condition(Component component) {
        return reads.beat().orElseThrow().condition(component);
    }

    History history() {
        return new History(
                reads.days(History.today(clock.instant()).minusDays(History.MOST_DAYS)),
                reads.beat().orElse(null));
    }
}
