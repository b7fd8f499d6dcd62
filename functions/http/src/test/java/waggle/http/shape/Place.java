package waggle.http.shape;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import waggle.http.request.JsonBody;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.json.JsonFields;

/**
 * A place for a value in the body of a request.
 *
 * @param others the other fields of a valid body
 * @param template the JSON of the place's field, with {@code %s} at the place
 */
record Place(Class<?> shape, ObjectNode others, String pointer, String template) {
    private static final Path PAYLOADS = Path.of("../../events/webhooks");

    /** Every place in the bodies of every resource, and of {@link EveryKind}. */
    static Stream<Place> all() {
        var resources = Stream.of(ResourceGroup.values())
                .flatMap(group -> group.resources().stream())
                // No request has a derived record.
                .filter(resource -> resource.storing().isCounted())
                .flatMap(resource -> of(resource.shape(), sample(resource)));
        return Stream.concat(of(EveryKind.class, Readers.json("{\"label\":\"a\"}")), resources);
    }

    JsonBody body(String value) {
        var field = template.replace("%s", value);
        return Readers.body(
                others.isEmpty()
                        ? "{" + field + "}"
                        : "{" + field + "," + others.toString().substring(1));
    }

    /** The record of the resource's sample payload; empty without one. */
    private static ObjectNode sample(Resource<?> resource) {
        var file = PAYLOADS.resolve(resource.name() + ".created.json");
        try {
            return Files.exists(file)
                    ? (ObjectNode) Json.mapper().readTree(file.toFile()).at("/data/object")
                    : Json.mapper().createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Place> of(Class<?> shape, ObjectNode sample) {
        var components = shape.getRecordComponents();
        sample.retain(Arrays.stream(components).map(JsonFields::nameOf).toList());
        return Arrays.stream(components).flatMap(component -> {
            var name = JsonFields.nameOf(component);
            var type = Json.mapper().constructType(component.getGenericType());
            return within(type, "/" + name, "\"" + name + "\":%s")
                    .map(place -> new Place(shape, sample.deepCopy().without(name), place.pointer, place.template));
        });
    }

    /** The place itself, and those in its elements, entries and fields. */
    private static Stream<Place> within(JavaType type, String pointer, String template) {
        var self = Stream.of(new Place(Void.class, Json.mapper().createObjectNode(), pointer, template));
        return Stream.concat(self, below(type, pointer, template));
    }

    private static Stream<Place> below(JavaType type, String pointer, String template) {
        if (type.isTypeOrSubTypeOf(Collection.class)) {
            return within(type.getContentType(), pointer + "/0", template.replace("%s", "[%s]"));
        }
        if (type.isRecordType()) {
            return Arrays.stream(type.getRawClass().getRecordComponents()).flatMap(component -> {
                var name = JsonFields.nameOf(component);
                var inner = template.replace("%s", "{\"" + name + "\":%s}");
                return within(Json.mapper().constructType(component.getGenericType()), pointer + "/" + name, inner);
            });
        }
        if (type.isMapLikeType() || type.isTypeOrSubTypeOf(JsonNode.class)) {
            return Stream.of(new Place(
                    Void.class,
                    Json.mapper().createObjectNode(),
                    pointer + "/key",
                    template.replace("%s", "{\"key\":%s}")));
        }
        return Stream.empty();
    }

    @Override
    public String toString() {
        return shape.getSimpleName() + pointer;
    }
}
