package waggle.model.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.json.Json;

/**
 * An item as a release stored it, in a file in DynamoDB's JSON.
 *
 * @param kind the method of {@code ItemKey} that makes its key
 * @param name of the resource of a record; an empty text for other items
 */
record StoredItem(String kind, String name, Map<String, AttributeValue> attributes) {
    private static final Path ITEMS = Path.of("src", "test", "resources", "items");

    /** The parts of {@code lane.json}; a record has its name too, and the number of its form: {@code record.lead.2.json}. */
    private static final int WITHOUT_NAME = 2;

    static List<StoredItem> all() {
        try (var files = Files.list(ITEMS)) {
            return files.sorted().map(StoredItem::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredItem read(Path file) {
        try {
            var name = file.getFileName().toString().split("\\.", -1);
            var attributes = map(Json.mapper().readTree(file.toFile()));
            return new StoredItem(name[0], name.length == WITHOUT_NAME ? "" : name[1], attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRecord() {
        return kind.equals("record");
    }

    @Override
    public String toString() {
        return isRecord() ? name : kind;
    }

    private static Map<String, AttributeValue> map(JsonNode node) {
        var map = new HashMap<String, AttributeValue>();
        node.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
        return map;
    }

    private static AttributeValue value(JsonNode node) {
        var field = node.properties().iterator().next();
        var value = field.getValue();
        return switch (field.getKey()) {
            case "S" -> AttributeValue.fromS(value.textValue());
            case "N" -> AttributeValue.fromN(value.textValue());
            case "BOOL" -> AttributeValue.fromBool(value.booleanValue());
            case "NULL" -> AttributeValue.fromNul(true);
            case "M" -> AttributeValue.fromM(map(value));
            case "L" ->
                AttributeValue.fromL(elements(value).map(StoredItem::value).toList());
            case "SS" ->
                AttributeValue.fromSs(elements(value).map(JsonNode::textValue).toList());
            case "B" -> AttributeValue.fromB(bytes(value));
            default -> throw new IllegalArgumentException(field.getKey());
        };
    }

    private static SdkBytes bytes(JsonNode value) {
        try {
            return SdkBytes.fromByteArray(value.binaryValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> elements(JsonNode value) {
        return value.valueStream();
    }
}
