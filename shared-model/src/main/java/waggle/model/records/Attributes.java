package waggle.model.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts JSON to DynamoDB attributes and back. A field that is null is not stored. */
public final class Attributes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Attributes() {}

    public static Map<String, AttributeValue> of(ObjectNode object) {
        var attributes = new HashMap<String, AttributeValue>();
        for (var field : object.properties()) {
            if (!field.getValue().isNull()) {
                attributes.put(field.getKey(), of(field.getValue()));
            }
        }
        return attributes;
    }

    private static AttributeValue of(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> AttributeValue.fromS(node.textValue());
            case NUMBER -> AttributeValue.fromN(node.decimalValue().toPlainString());
            case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
            case OBJECT -> AttributeValue.fromM(of((ObjectNode) node));
            case ARRAY -> {
                var elements = new ArrayList<AttributeValue>();
                node.forEach(element -> elements.add(of(element)));
                yield AttributeValue.fromL(elements);
            }
            case NULL -> AttributeValue.fromNul(true);
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        };
    }

    public static ObjectNode toJson(Map<String, AttributeValue> attributes) {
        var object = JSON.objectNode();
        attributes.forEach((name, value) -> {
            // Only attributes beside the fields are sets; JSON has none.
            if (!value.hasSs()) {
                object.set(name, toJson(value));
            }
        });
        return object;
    }

    private static JsonNode toJson(AttributeValue value) {
        return switch (value.type()) {
            case S -> JSON.textNode(value.s());
            case N -> number(value.n());
            case BOOL -> JSON.booleanNode(value.bool());
            case M -> toJson(value.m());
            case L ->
                JSON.arrayNode()
                        .addAll(value.l().stream().map(Attributes::toJson).toList());
            case NUL -> JSON.nullNode();
            case SS, NS, B, BS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("no attribute of a record has the type " + value.type());
        };
    }

    private static JsonNode number(String text) {
        var number = new BigDecimal(text);
        return number.scale() <= 0 && number.precision() - number.scale() <= 18
                ? JSON.numberNode(number.longValueExact())
                : JSON.numberNode(number);
    }
}
