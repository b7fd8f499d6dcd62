package waggle.acceptance.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waggle.acceptance.exchange.ApiDocument;

/**
 * The places in a body where its schema allows a value: fields, elements of lists, values under free names.
 *
 * @param customFields keys for the names that a company chooses
 */
record BodyFields(ApiDocument document, List<String> customFields) {
    private static final JsonPointer CUSTOM_FIELDS = JsonPointer.compile("/custom_fields");

    /** A valid name of a system in {@code external_ids}. */
    private static final List<String> FREE_NAMES = List.of("salesforce");

    Stream<JsonPointer> of(String schema) {
        return places(schema).map(Place::field).distinct();
    }

    /** The places for uuids. */
    Stream<JsonPointer> uuids(String schema) {
        return places(schema)
                .filter(place ->
                        document.at(place.schema()).path("format").asText().equals("uuid"))
                .map(Place::field)
                .distinct();
    }

    private record Place(JsonPointer field, String schema) {}

    private Stream<Place> places(String schema) {
        return below(schema, JsonPointer.empty());
    }

    private Stream<Place> below(String schema, JsonPointer place) {
        var pointer = document.followed(schema);
        var node = document.at(pointer);
        return Stream.of(
                        node.path("properties")
                                .propertyStream()
                                .map(property -> property.getKey())
                                .flatMap(name -> at(
                                        pointer + "/properties/" + ApiDocument.escaped(name),
                                        place.appendProperty(name))),
                        node.has("items") ? at(pointer + "/items", place.appendIndex(0)) : Stream.<Place>empty(),
                        names(pointer, place)
                                .flatMap(name -> at(pointer + "/additionalProperties", place.appendProperty(name))),
                        IntStream.range(0, node.path("anyOf").size())
                                .boxed()
                                .flatMap(i -> below(pointer + "/anyOf/" + i, place)))
                .flatMap(places -> places);
    }

    private Stream<Place> at(String schema, JsonPointer place) {
        return Stream.concat(Stream.of(new Place(place, schema)), below(schema, place));
    }

    private Stream<String> names(String schema, JsonPointer place) {
        if (!document.at(schema).path("additionalProperties").isObject()) {
            return Stream.empty();
        }
        return (place.equals(CUSTOM_FIELDS) ? customFields : FREE_NAMES).stream();
    }
}
