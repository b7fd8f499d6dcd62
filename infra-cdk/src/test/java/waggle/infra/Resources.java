package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import waggle.infra.environment.Environment;

/** The resources of a template, by their logical names. */
public record Resources(JsonNode all) {

    public Map<String, JsonNode> ofType(String type) {
        var found = new LinkedHashMap<String, JsonNode>();
        all.properties().stream()
                .filter(resource -> resource.getValue().get("Type").asText().equals(type))
                .forEach(resource -> found.put(resource.getKey(), resource.getValue()));
        return found;
    }

    /** The only resource of a type. */
    public Entry<String, JsonNode> only(String type) {
        var found = ofType(type);
        assertThat(found).as(type).hasSize(1);
        return found.entrySet().iterator().next();
    }

    /** The only resource of a type with a text at a path of its properties. */
    public Entry<String, JsonNode> with(String type, String property, String value) {
        var found = ofType(type).entrySet().stream()
                .filter(resource -> resource.getValue()
                        .at("/Properties/" + property)
                        .asText()
                        .equals(value))
                .toList();
        assertThat(found).as("%s with %s %s", type, property, value).hasSize(1);
        return found.getFirst();
    }

    /** The calls of a function's alias that one service may make. */
    public List<JsonNode> permissions(Environment environment, String function, String service) {
        var alias = alias(environment, function).getKey();
        return ofType("AWS::Lambda::Permission").values().stream()
                .map(permission -> permission.get("Properties"))
                .filter(permission ->
                        permission.at("/FunctionName/Ref").asText().equals(alias)
                                && permission.get("Principal").asText().equals(service))
                .toList();
    }

    /** A function by the last part of its name. */
    public Entry<String, JsonNode> function(Environment environment, String id) {
        return with("AWS::Lambda::Function", "FunctionName", environment.nameOf(id));
    }

    /** The alias of a function. */
    public Entry<String, JsonNode> alias(Environment environment, String id) {
        return with(
                "AWS::Lambda::Alias",
                "FunctionName/Ref",
                function(environment, id).getKey());
    }

    /** A queue by the last part of its name. */
    public Entry<String, JsonNode> queue(Environment environment, String id) {
        return with("AWS::SQS::Queue", "QueueName", environment.nameOf(id));
    }
}
