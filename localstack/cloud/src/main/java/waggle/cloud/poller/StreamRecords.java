package waggle.cloud.poller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import waggle.model.json.Json;

/** Converts records of a DynamoDB stream to the JSON that Lambda passes to functions. */
final class StreamRecords {
    private StreamRecords() {}

    static ObjectNode of(Record streamRecord, String stream) {
        var json = Json.mapper().createObjectNode();
        json.put("eventID", streamRecord.eventID());
        json.put("eventName", streamRecord.eventNameAsString());
        json.put("eventSource", "aws:dynamodb");
        json.put("awsRegion", "us-east-1");
        var data = json.putObject("dynamodb");
        data.set("Keys", attributes(streamRecord.dynamodb().keys()));
        data.set("NewImage", attributes(streamRecord.dynamodb().newImage()));
        data.put("SequenceNumber", streamRecord.dynamodb().sequenceNumber());
        data.put("StreamViewType", streamRecord.dynamodb().streamViewTypeAsString());
        json.put("eventSourceARN", stream);
        return json;
    }

    private static ObjectNode attributes(Map<String, AttributeValue> attributes) {
        var json = Json.mapper().createObjectNode();
        attributes.forEach((name, value) -> json.set(name, attribute(value)));
        return json;
    }

    private static ObjectNode attribute(AttributeValue value) {
        var json = Json.mapper().createObjectNode();
        return switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case M -> json.set("M", attributes(value.m()));
            case L -> {
                var list = json.putArray("L");
                value.l().forEach(element -> list.add(attribute(element)));
                yield json;
            }
            case SS -> {
                var set = json.putArray("SS");
                value.ss().forEach(set::add);
                yield json;
            }
            case B -> json.put("B", value.b().asByteArray());
            case NS, BS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("Waggle stores no attributes of type " + value.type());
        };
    }
}
