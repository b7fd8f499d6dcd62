package waggle.acceptance.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenAPI document with its operations and schemas. */
public final class ApiDocument {
    private static final String NAME = "urn:openapi";
    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode json;
    private final List<ApiOperation> operations = new ArrayList<>();
    private final Schema whole;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * Reads a document.
     *
     * @param place the URL of the document, which its servers are relative to
     */
    ApiDocument(JsonNode document, URI place) {
        json = closed(document.deepCopy());
        json.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> VERBS.contains(operation.getKey()))
                .forEach(operation -> operations.add(new ApiOperation(
                        this,
                        operation.getKey().toUpperCase(Locale.ROOT),
                        root(path.getValue(), place) + path.getKey(),
                        "/paths/" + escaped(path.getKey()) + "/" + operation.getKey()))));
        var registered = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(), registry -> registry.schemas(Map.of(NAME, json.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        whole = registered.getSchema(SchemaLocation.of(NAME));
    }

    /** The operation of a request: among matching paths, the one with the fewest variables. HEAD counts as GET. */
    public Optional<ApiOperation> find(String method, String path) {
        var verb = method.equals("HEAD") ? "GET" : method;
        return operations.stream()
                .filter(operation -> operation.verb().equals(verb) && operation.fits(path))
                .min(Comparator.comparingInt(operation -> operation.variables().size()));
    }

    public List<ApiOperation> operations() {
        return operations;
    }

    /** The node at a pointer, with references followed. */
    public String followed(String pointer) {
        var reference = json.at(pointer).path("$ref");
        return reference.isMissingNode() ? pointer : followed(reference.asText().substring(1));
    }

    public JsonNode at(String pointer) {
        return json.at(followed(pointer));
    }

    /** The schema at a pointer. It is read from the whole document: the registry would keep a copy of that for each pointer. */
    Schema schema(String pointer) {
        return schemas.computeIfAbsent(pointer, at -> whole.getRefSchema(SchemaLocation.Fragment.of("#" + at)));
    }

    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private String root(JsonNode path, URI place) {
        var server = path.path("servers")
                .path(0)
                .path("url")
                .asText(json.at("/servers/0/url").asText());
        return place.resolve(server).getPath().replaceFirst("/$", "");
    }

    /** Forbids undocumented properties in every object schema. */
    private static JsonNode closed(JsonNode node) {
        node.forEach(ApiDocument::closed);
        if (node instanceof ObjectNode schema
                && schema.path("type").asText().equals("object")
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        return node;
    }
}
