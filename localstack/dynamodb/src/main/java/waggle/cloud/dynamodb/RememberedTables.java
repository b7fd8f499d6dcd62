package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.local.shared.access.TableInfo;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndexDescription;
import com.amazonaws.services.dynamodbv2.model.LocalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.OnDemandThroughput;
import com.amazonaws.services.dynamodbv2.model.ProvisionedThroughput;
import com.amazonaws.services.dynamodbv2.model.StreamSpecification;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The database of DynamoDB Local, which remembers the descriptions of tables. DynamoDB Local reads and parses one several
 * times for each call, which takes an eighth of the processor time of Waggle's tests. What changes a table forgets all.
 */
final class RememberedTables extends SQLiteDBAccess {
    static {
        RememberedSchemas.use();
    }

    private final Map<String, TableInfo> tables = new ConcurrentHashMap<>();
    private final AtomicInteger changes = new AtomicInteger();

    /** @param file the file of the database, or null for a database in memory */
    RememberedTables(@Nullable File file) {
        super(file);
        this.queue = new CallersQueue(queue);
    }

    @Override
    public @Nullable TableInfo getTableInfo(String table) {
        var known = tables.get(table);
        if (known != null) {
            return known;
        }
        var before = changes.get();
        var read = super.getTableInfo(table);
        if (read != null) {
            tables.put(table, read);
            if (changes.get() != before) {
                tables.clear();
            }
        }
        return read;
    }

    private void change(Runnable change) {
        try {
            change.run();
        } finally {
            changes.incrementAndGet();
            tables.clear();
        }
    }

    @Override
    public void createTable(
            String table,
            AttributeDefinition hashKey,
            AttributeDefinition rangeKey,
            List<AttributeDefinition> attributes,
            List<LocalSecondaryIndex> localIndexes,
            List<GlobalSecondaryIndex> globalIndexes,
            ProvisionedThroughput throughput,
            OnDemandThroughput onDemand,
            BillingMode billing,
            Boolean isProtected,
            StreamSpecification stream) {
        change(() -> super.createTable(
                table,
                hashKey,
                rangeKey,
                attributes,
                localIndexes,
                globalIndexes,
                throughput,
                onDemand,
                billing,
                isProtected,
                stream));
    }

    @Override
    public void updateTable(
            String table,
            ProvisionedThroughput throughput,
            OnDemandThroughput onDemand,
            BillingMode billing,
            long time,
            List<AttributeDefinition> attributes,
            List<GlobalSecondaryIndexDescription> indexes,
            Boolean isProtected,
            StreamSpecification stream) {
        change(() -> super.updateTable(
                table, throughput, onDemand, billing, time, attributes, indexes, isProtected, stream));
    }

    @Override
    public void updateTable(String table, String timeToLive) {
        change(() -> super.updateTable(table, timeToLive));
    }

    @Override
    public void deleteTable(String table) {
        change(() -> super.deleteTable(table));
    }

    @Override
    public void createGSIColumns(String table, String index) {
        change(() -> super.createGSIColumns(table, index));
    }

    @Override
    public void backfillGSI(String table, String index) {
        change(() -> super.backfillGSI(table, index));
    }

    @Override
    public void deleteGSI(String table, String index) {
        change(() -> super.deleteGSI(table, index));
    }
}
