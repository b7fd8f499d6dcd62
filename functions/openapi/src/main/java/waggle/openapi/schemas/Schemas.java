package waggle.openapi.schemas;

import com.fasterxml.classmate.TypeResolver;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import io.micronaut.core.type.Argument;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import waggle.model.declaration.Resource;
import waggle.model.records.Entity;
import waggle.openapi.source.Endpoints;
import waggle.openapi.source.Javadoc;
import waggle.openapi.source.Names;

/** The schemas of requests and replies. Each method returns a reference, and adds the schema to the document. */
public final class Schemas {
    private static final String PLACE = "components/schemas";

    private final TypeResolver types = new TypeResolver();
    private final SchemaNames namesOfReplies = new SchemaNames();
    private final SchemaNames namesOfRequests = new SchemaNames.OfRequests();
    private final Examples examples;
    private final SchemaBuilder replies;
    private final SchemaBuilder requests;

    private final Set<Class<?>> bodies = new HashSet<>();
    private final Map<String, Resource<?>> patches = new TreeMap<>();

    public Schemas(Javadoc javadoc, Examples examples) {
        this.examples = examples;
        var rules = new SchemaRules(javadoc);
        replies = rules.replies().buildMultipleSchemaDefinitions();
        requests = rules.requests().buildMultipleSchemaDefinitions();
    }

    public Schema<?> reply(Argument<?> type) {
        replies.createSchemaReference(type.asType());
        return reference(namesOfReplies.of(types.resolve(type.asType())));
    }

    public Schema<?> request(Class<?> type) {
        bodies.add(type);
        requests.createSchemaReference(type);
        return reference(namesOfRequests.of(types.resolve(type)));
    }

    /** The schema of the body of PATCH. */
    public Schema<?> patch(Resource<?> resource) {
        requests.createSchemaReference(resource.shape());
        patches.put(Names.singular(resource) + "Patch", resource);
        return reference(Names.singular(resource) + "Patch");
    }

    /** All schemas that were referred to, directly or by other schemas. */
    public Map<String, ObjectNode> all() {
        Endpoints.withRecords().forEach(resource -> reply(Argument.of(Entity.class, resource.shape())));
        var all = new TreeMap<String, ObjectNode>();
        add(all, replies);
        add(all, requests);
        patches.forEach(
                (name, resource) -> all.put(name, Patch.of(resource, required(all, "New" + Names.singular(resource)))));
        shapes().forEach(resource -> Records.complete(resource, required(all, Names.singular(resource))));
        for (var target : targets()) {
            all.putIfAbsent(
                    Records.plain(target), required(all, Names.singular(target)).deepCopy());
        }
        for (var resource : shapes()) {
            Records.expand(resource, required(all, Names.singular(resource)));
            examples.reply(resource).ifPresent(example -> addExample(all, Names.singular(resource), example));
            examples.request(resource).ifPresent(example -> addExample(all, "New" + Names.singular(resource), example));
        }
        patches.values().stream()
                .filter(resource -> !bodies.contains(resource.shape()))
                .forEach(resource -> all.remove("New" + Names.singular(resource)));
        return all;
    }

    /** One resource for each shape: notes lie below several resources. */
    private static List<Resource<?>> shapes() {
        var shapes = new HashSet<Class<?>>();
        return Endpoints.withDerived().stream()
                .filter(resource -> shapes.add(resource.shape()))
                .toList();
    }

    /** The resources whose records can be expanded. */
    private static Set<Resource<?>> targets() {
        return Endpoints.withDerived().stream()
                .flatMap(resource -> resource.references().stream())
                .<Resource<?>>map(reference -> reference.target().get())
                .collect(Collectors.toSet());
    }

    /** @throws IllegalStateException if two schemas have the same name */
    private static void add(Map<String, ObjectNode> all, SchemaBuilder builder) {
        builder.collectDefinitions(PLACE).properties().forEach(definition -> {
            var schema = (ObjectNode) definition.getValue();
            var other = all.put(definition.getKey(), schema);
            if (other != null && !other.equals(schema)) {
                throw new IllegalStateException(definition.getKey() + " has different schemas in requests and replies");
            }
        });
    }

    private static void addExample(Map<String, ObjectNode> all, String name, ObjectNode example) {
        Optional.ofNullable(all.get(name))
                .ifPresent(schema -> schema.putArray("examples").add(example));
    }

    private static ObjectNode required(Map<String, ObjectNode> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/" + PLACE + "/" + name);
    }

    /** Converts a schema to the OpenAPI model. */
    public static Schema<?> model(ObjectNode schema) {
        return Json31.mapper().convertValue(schema, Schema.class);
    }
}
