package waggle.infra.alarms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.model.table.TableDesign;
import waggle.model.table.TableIndex;

/** The alarms of the table. The SDK retries, so a few of each are normal. */
public final class TableAlarms extends Construct {
    private static final int CONFLICTS = 300;
    private static final int THROTTLED = 10;
    private static final int ERRORS = 5;

    /** The operations that functions use. */
    private static final List<String> OPERATIONS =
            List.of("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems");

    private final String table;

    public TableAlarms(Construct scope, Environment environment, String table) {
        super(scope, "TableAlarms");
        this.table = table;
        var alarms = new Alarms(this, environment);
        alarms.above(CONFLICTS, "table-conflicts", conflicts(table), "More than one transaction a second meets another")
                .build();
        alarms.above(THROTTLED, "table-throttled", throttled(), "DynamoDB throttles the table or an index")
                .build();
        alarms.above(ERRORS, "table-errors", errors(), "DynamoDB fails").build();
    }

    static Metric conflicts(String table) {
        return metric("TransactionConflict", Map.of("TableName", table));
    }

    private IMetric throttled() {
        var metrics = new LinkedHashMap<String, IMetric>();
        for (var name : List.of("ReadThrottleEvents", "WriteThrottleEvents")) {
            metrics.put("m" + metrics.size(), metric(name, Map.of("TableName", table)));
            for (var index : TableDesign.INDEXES) {
                metrics.put("m" + metrics.size(), metric(name, dimensions(index)));
            }
        }
        return MetricMath.sum(metrics);
    }

    private Map<String, String> dimensions(TableIndex index) {
        return Map.of("TableName", table, "GlobalSecondaryIndexName", index.name());
    }

    private IMetric errors() {
        var metrics = new LinkedHashMap<String, IMetric>();
        for (var operation : OPERATIONS) {
            metrics.put(
                    "m" + metrics.size(), metric("SystemErrors", Map.of("TableName", table, "Operation", operation)));
        }
        return MetricMath.sum(metrics);
    }

    private static Metric metric(String name, Map<String, String> dimensions) {
        return MetricMath.of("AWS/DynamoDB", name, "Sum", Alarms.FIVE_MINUTES, dimensions);
    }
}
