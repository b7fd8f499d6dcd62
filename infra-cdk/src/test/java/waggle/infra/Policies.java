package waggle.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import waggle.infra.environment.Environment;

/** The statements of the functions' policies in the template. */
public final class Policies {
    public static final Resources RESOURCES = Synthesis.resources(Environment.DEV);
    public static final String TABLE_ARN =
            "{\"Fn::GetAtt\":[\"" + RESOURCES.only("AWS::DynamoDB::GlobalTable").getKey() + "\",\"Arn\"]}";

    private Policies() {}

    /** The permissions of a function on the table, each with a pattern of partitions, the stream or an index. */
    public static Stream<String> onTable(String function) {
        return statements(function).stream()
                .filter(Policies::isOfTable)
                .flatMap(statement -> pairs(statement, partsOfTable(statement)));
    }

    /** The patterns of partitions, the stream, an index, or the whole table. */
    static List<String> partsOfTable(JsonNode statement) {
        var resource = statement.get("Resource");
        if (resource.isArray()) {
            return List.of("*");
        }
        var conditions = statement.findValue("dynamodb:LeadingKeys");
        if (conditions != null) {
            return texts(conditions);
        }
        return List.of(
                resource.has("Fn::Join")
                        ? joined(resource).replace(TABLE_ARN, "")
                        : resource.at("/Fn::GetAtt/1").asText());
    }

    /** The permissions of a function on queues, each with the last part of the queue's name. */
    public static Stream<String> onQueues(String function) {
        return statements(function).stream()
                .filter(statement -> isOf("sqs:", statement))
                .flatMap(statement -> pairs(
                        statement, resources(statement).map(Policies::queue).toList()));
    }

    private static Stream<String> pairs(JsonNode statement, List<String> objects) {
        return texts(statement.get("Action")).stream()
                .map(action -> action.substring(action.indexOf(':') + 1))
                .flatMap(action -> objects.stream().map(object -> action + " " + object));
    }

    private static Stream<JsonNode> resources(JsonNode statement) {
        var resource = statement.get("Resource");
        return resource.isArray() ? resource.valueStream() : Stream.of(resource);
    }

    private static String queue(JsonNode arn) {
        var name = RESOURCES
                .all()
                .at("/" + arn.at("/Fn::GetAtt/0").asText() + "/Properties/QueueName")
                .asText();
        return name.substring(Environment.DEV.nameOf("").length());
    }

    public static boolean isOfTable(JsonNode statement) {
        return isOf("dynamodb:", statement);
    }

    public static boolean isOfGateway(JsonNode statement) {
        return isOf("apigateway:", statement);
    }

    public static boolean isOf(String service, JsonNode statement) {
        return texts(statement.get("Action")).getFirst().startsWith(service);
    }

    /** The text of an {@code Fn::Join}, with its references as JSON. */
    public static String joined(JsonNode value) {
        return StreamSupport.stream(value.at("/Fn::Join/1").spliterator(), false)
                .map(part -> part.isTextual() ? part.asText() : part.toString())
                .collect(Collectors.joining());
    }

    public static List<JsonNode> statements(String function) {
        return StreamSupport.stream(
                        RESOURCES
                                .with("AWS::IAM::Policy", "Roles/0/Ref", role(function))
                                .getValue()
                                .at("/Properties/PolicyDocument/Statement")
                                .spliterator(),
                        false)
                .toList();
    }

    public static String role(String function) {
        return RESOURCES
                .function(Environment.DEV, function)
                .getValue()
                .at("/Properties/Role/Fn::GetAtt/0")
                .asText();
    }

    public static List<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isArray()
                ? StreamSupport.stream(oneOrMany.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(oneOrMany.asText());
    }
}
