package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccessJob;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.TableSchemaInfo;
import com.amazonaws.services.dynamodbv2.local.shared.mapper.DynamoDBObjectMapper;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Parses the schema of a table once. Each job of DynamoDB Local that reads or writes an item reads the schema from SQLite and parses
 * it, some of them twice. These jobs do not change what they parsed; those that change a table parse with another mapper.
 */
final class RememberedSchemas extends JsonDeserializer<TableSchemaInfo> {
    private final ObjectMapper mapper = new DynamoDBObjectMapper();
    private volatile Schema last = new Schema(ByteBuffer.allocate(0), new TableSchemaInfo());

    private RememberedSchemas() {}

    /** Lets all databases of this process parse by one of these. To be called before the first of them is opened. */
    static void use() {
        try {
            var field = SQLiteDBAccessJob.class.getDeclaredField("MAPPER");
            field.setAccessible(true);
            ((ObjectMapper) field.get(null))
                    .configure(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION, true)
                    .registerModule(new SimpleModule().addDeserializer(TableSchemaInfo.class, new RememberedSchemas()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DynamoDB Local is another version than expected", e);
        }
    }

    @Override
    public TableSchemaInfo deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var source = (byte[]) parser.currentTokenLocation().contentReference().getRawContent();
        var json = ByteBuffer.wrap(source);
        var known = last;
        if (!json.equals(known.json())) {
            known = new Schema(json, mapper.readValue(source, TableSchemaInfo.class));
            last = known;
        }
        return known.info();
    }

    private record Schema(ByteBuffer json, TableSchemaInfo info) {}
}
