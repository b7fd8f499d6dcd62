package waggle.openapi;

import com.fasterxml.classmate.TypeResolver;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import io.micronaut.core.type.Argument;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import waggle.model.declaration.Resource;
import waggle.model.records.Entity;

/** The schemas of what is sent and answered. Whoever asks for one gets a reference, and it is in the document. */
final class Schemas {
    private static final String PLACE = "components/schemas";

    private final TypeResolver types = new TypeResolver();
    private final SchemaNames namesOfAnswered = new SchemaNames();
    private final SchemaNames namesOfSent = new SchemaNames.OfSent();
    private final Examples examples;
    private final SchemaBuilder answered;
    private final SchemaBuilder sent;

    private final Set<Class<?>> bodies = new HashSet<>();
    private final Map<String, Resource<?>> patches = new TreeMap<>();

    Schemas(Javadoc javadoc, Examples examples) {
        this.examples = examples;
        var rules = new SchemaRules(javadoc);
        answered = rules.answered().buildMultipleSchemaDefinitions();
        sent = rules.sent().buildMultipleSchemaDefinitions();
    }

    Schema<?> answered(Argument<?> type) {
        answered.createSchemaReference(type.asType());
        return reference(namesOfAnswered.of(types.resolve(type.asType())));
    }

    Schema<?> sent(Class<?> type) {
        bodies.add(type);
        sent.createSchemaReference(type);
        return reference(namesOfSent.of(types.resolve(type)));
    }

    /** What a client sends to change a record. */
    Schema<?> patch(Resource<?> resource) {
        sent.createSchemaReference(resource.shape());
        patches.put(Names.singular(resource) + "Patch", resource);
        return reference(Names.singular(resource) + "Patch");
    }

    /** All that were asked for, and those that they refer to. */
    Map<String, ObjectNode> all() {
        Endpoints.resources().forEach(resource -> answered(Argument.of(Entity.class, resource.shape())));
        var all = new TreeMap<String, ObjectNode>();
        add(all, answered);
        add(all, sent);
        patches.forEach(
                (name, resource) -> all.put(name, Patch.of(resource, required(all, "New" + Names.singular(resource)))));
        for (var resource : Endpoints.withDerived()) {
            Records.complete(resource, required(all, Names.singular(resource)));
            examples.answered(resource).ifPresent(example -> exemplify(all, Names.singular(resource), example));
            examples.sent(resource).ifPresent(example -> exemplify(all, "New" + Names.singular(resource), example));
        }
        patches.values().stream()
                .filter(resource -> !bodies.contains(resource.shape()))
                .forEach(resource -> all.remove("New" + Names.singular(resource)));
        return all;
    }

    /** @throws IllegalStateException when one name is of two schemas */
    private static void add(Map<String, ObjectNode> all, SchemaBuilder builder) {
        builder.collectDefinitions(PLACE).properties().forEach(definition -> {
            var schema = (ObjectNode) definition.getValue();
            var other = all.put(definition.getKey(), schema);
            if (other != null && !other.equals(schema)) {
                throw new IllegalStateException(definition.getKey() + " is sent and answered, but not alike");
            }
        });
    }

    private static void exemplify(Map<String, ObjectNode> all, String name, ObjectNode example) {
        Optional.ofNullable(all.get(name))
                .ifPresent(schema -> schema.putArray("examples").add(example));
    }

    private static ObjectNode required(Map<String, ObjectNode> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/" + PLACE + "/" + name);
    }

    /** The same in the document's model. */
    static Schema<?> model(ObjectNode schema) {
        return Json31.mapper().convertValue(schema, Schema.class);
    }
}
