package waggle.acceptance.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The parameters and fields of a request that violate the document, as paths like those in the API's errors. */
final class RequestFaults {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String JSON_TYPE = "application/json";
    private static final int MOST_DIGITS = 300;

    private final ApiOperation operation;
    private final ApiDocument document;
    private final Exchange exchange;
    private final Set<String> faults = new HashSet<>();

    RequestFaults(ApiOperation operation, Exchange exchange) {
        this.operation = operation;
        this.document = operation.document();
        this.exchange = exchange;
    }

    Set<String> all() {
        faults.addAll(exchange.query().keySet());
        operation.parameters().forEach(this::judge);
        if (operation.takes(exchange.mediaType())) {
            judgeBody(operation.body(exchange.mediaType()), exchange.body());
        } else if (exchange.method().equals("POST") && exchange.body().isEmpty() && operation.takes(JSON_TYPE)) {
            judgeBody(operation.body(JSON_TYPE), "");
        } else if (exchange.method().equals("POST")
                && !operation.hasBody()
                && exchange.mediaType().equals(JSON_TYPE)) {
            addFields(exchange.body());
        }
        return faults;
    }

    /** An operation without a documented body has no fields. */
    private void addFields(String text) {
        try {
            JSON.readTree(text).fieldNames().forEachRemaining(faults::add);
        } catch (JsonProcessingException e) {
            faults.add("");
        }
    }

    private void judge(String parameter) {
        var name = document.at(parameter).path("name").asText();
        if (document.at(parameter).path("style").asText().equals("deepObject")) {
            judgeEntries(name, document.schema(parameter + "/schema/additionalProperties"));
            return;
        }
        faults.remove(name);
        var values = values(name, document.at(parameter).path("in").asText());
        if (!isSound(values, document.schema(parameter + "/schema"))) {
            faults.add(name);
        }
    }

    /** {@code custom_fields[region]=emea}: a parameter for each key. */
    private void judgeEntries(String name, Schema schema) {
        exchange.query().entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(name + "[") && entry.getKey().endsWith("]"))
                .filter(entry -> isSound(List.of(String.join(",", entry.getValue())), schema))
                .forEach(entry -> faults.remove(entry.getKey()));
    }

    /** A list may stand in several parameters. */
    private static boolean isSound(List<String> values, Schema schema) {
        if (values.size() > 1 && isList(schema)) {
            return isSound(List.of(String.join(",", values)), schema);
        }
        return values.size() < 2
                && values.stream()
                        .map(text -> WrittenValue.of(text, schema.getSchemaNode()))
                        .allMatch(value -> schema.validate(value).isEmpty());
    }

    private static boolean isList(Schema schema) {
        return schema.getSchemaNode().path("type").asText().equals("array");
    }

    private List<String> values(String name, String place) {
        return switch (place) {
            case "query" -> exchange.query().getOrDefault(name, List.of());
            case "path" -> List.of(operation.variable(name, exchange.uri().getRawPath()));
            case "header" -> joined(exchange.headers().allValues(name));
            default -> throw new AssertionError("a parameter in the " + place);
        };
    }

    /** A repeated header is one list (RFC 9110 §5.3). */
    private static List<String> joined(List<String> values) {
        return values.isEmpty() ? values : List.of(String.join(", ", values));
    }

    /** A POST without a body is one without fields ({@code docs/api.md}, "Content types"). */
    private void judgeBody(String schema, String text) {
        try {
            var isAbsent = text.isEmpty() && exchange.method().equals("POST");
            var body = trimmed(JSON.readTree(isAbsent ? "{}" : text));
            document.schema(schema).validate(body).stream()
                    .map(RequestFaults::field)
                    .forEach(faults::add);
        } catch (JsonProcessingException e) {
            faults.add("");
        }
    }

    /** White space around texts is trimmed, and an empty text in a field is null ({@code docs/api.md}, "Texts"). */
    private static JsonNode trimmed(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(field -> {
                    var value = trimmed(field.getValue());
                    field.setValue(value.isTextual() && value.textValue().isEmpty() ? NullNode.instance : value);
                });
            case ArrayNode array -> IntStream.range(0, array.size()).forEach(i -> array.set(i, trimmed(array.get(i))));
            case TextNode text -> {
                return TextNode.valueOf(text.textValue().strip());
            }
            case NumericNode number -> {
                return bounded(number);
            }
            default -> {}
        }
        return node;
    }

    /** Shortens a huge number to one that is out of the same bounds, since the schemas compare all its digits. */
    private static JsonNode bounded(NumericNode number) {
        var value = number.decimalValue();
        var digits = value.precision() - value.scale();
        return Math.abs(digits) > MOST_DIGITS
                ? DecimalNode.valueOf(
                        new BigDecimal(BigInteger.valueOf(value.signum()), -Integer.signum(digits) * MOST_DIGITS))
                : number;
    }

    private static String field(Error error) {
        var path = error.getInstanceLocation();
        return error.getProperty() == null ? written(path) : written(path.append(error.getProperty()));
    }

    /** {@code options[0].label}. */
    private static String written(NodePath path) {
        var written = new StringBuilder();
        for (var i = 0; i < path.getNameCount(); i++) {
            if (path.getElement(i) instanceof Integer index) {
                written.append('[').append(index).append(']');
            } else {
                written.append(written.isEmpty() ? "" : ".").append(path.getName(i));
            }
        }
        return written.toString();
    }
}
