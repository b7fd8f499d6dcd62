package waggle.acceptance.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.acceptance.exchange.ApiOperation;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Samples;
import waggle.acceptance.samples.Tags;

/** The requests of one company that name records and texts of another, for one operation of the document. */
record TenancyProbes(ApiOperation operation, FilledCompany own, FilledCompany other) {
    static final String JSON = "application/json";

    /** A request of the own company. The body is null for none. */
    record Probe(String path, @Nullable String body) {}

    /** A request with nothing of the other company. */
    Probe ordinary() {
        return new Probe(ownPath(), written());
    }

    Stream<Probe> all() {
        return Stream.of(paths(), queries(), references(), texts()).flatMap(probes -> probes);
    }

    /** Variables of the path: those of the other company, alone and below an own record. */
    private Stream<Probe> paths() {
        return owners().map(owners -> new Probe(FilledCompany.filled(relative(), owners) + requiredQuery(), written()));
    }

    private Stream<List<FilledCompany>> owners() {
        return switch (operation.variables().size()) {
            case 0 -> Stream.empty();
            case 1 -> Stream.of(List.of(other));
            default -> Stream.of(List.of(other), List.of(own, other), List.of(other, own));
        };
    }

    private Stream<Probe> queries() {
        return operation.parameters().stream()
                .map(operation.document()::at)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .flatMap(this::queries)
                .map(query -> new Probe(ownPath() + (requiredQuery().isEmpty() ? "?" : "&") + query, written()));
    }

    private Stream<String> queries(JsonNode parameter) {
        var name = parameter.path("name").asText();
        if (parameter.path("style").asText().equals("deepObject")) {
            var key = text("/custom-fields", "key");
            return Stream.of(encoded(name + "[" + key + "]") + "=emea");
        }
        var schema = parameter.path("schema");
        // A filter by an optional reference accepts a word too.
        var item = schema.at("/items/anyOf/0").isMissingNode() ? schema.path("items") : schema.at("/items/anyOf/0");
        if (item.path("format").asText().equals("uuid")) {
            return Stream.of(name + "=" + values(name, item).limit(50).collect(Collectors.joining(",")));
        }
        return values(name, schema.has("items") ? schema.path("items") : schema)
                .map(text -> name + "=" + encoded(text));
    }

    private Stream<String> values(String name, JsonNode schema) {
        if (name.equals("expand")) {
            return Stream.of(
                    schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining(",")));
        }
        if (!schema.path("type").asText().equals("string") || schema.has("enum")) {
            return Stream.empty();
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> other.uuids(name.replaceFirst("_uuid$", "")).stream();
            case "" ->
                name.equals("external_id")
                        ? externalIds()
                        : Stream.of(
                                text("/tags", "label").replaceFirst(".* ", ""),
                                text("/leads", "email").replaceFirst(".*@", ""));
            default -> Stream.empty();
        };
    }

    private Stream<String> externalIds() {
        return other.texts.values().stream()
                .map(body -> body.at("/external_ids/salesforce").asText())
                .filter(id -> !id.isEmpty())
                .map(id -> "salesforce:" + id);
    }

    private String text(String path, String field) {
        return Objects.requireNonNull(other.texts.get(path)).required(field).asText();
    }

    /** Each place for a uuid in the body. */
    private Stream<Probe> references() {
        return operation.takes(JSON)
                ? new BodyFields(operation.document(), List.of())
                        .uuids(operation.body(JSON))
                        // The path has this one.
                        .filter(place -> !relative().startsWith("/" + kind(place) + "s/{"))
                        .flatMap(place -> other.uuids(kind(place)).stream()
                                .map(uuid ->
                                        new Probe(ownPath(), with(place, uuid).toString())))
                : Stream.empty();
    }

    private static String kind(JsonPointer place) {
        var field = place.last().mayMatchElement() ? place.head().last() : place.last();
        return field.getMatchingProperty().replaceFirst("_uuids?$", "");
    }

    private ObjectNode with(JsonPointer place, String uuid) {
        var body = new OrdinaryBody(operation, own).json();
        var whole = Samples.made()
                .filter(sample -> relative().startsWith(sample.path()))
                .findFirst()
                .map(sample -> Related.in(own.api, sample.complete()))
                .orElseGet(Tags::empty);
        var field = place.getMatchingProperty();
        if (whole.has(field)) {
            body.set(field, whole.path(field));
        }
        if (field.equals("deal_uuid")) {
            // A preview has either a stored deal or one that is described.
            body.remove("deal");
        }
        if (place.last().mayMatchElement()) {
            body.withArray(place.head()).removeAll().add(uuid);
        } else {
            body.withObject(place.head()).put(place.last().getMatchingProperty(), uuid);
        }
        return body;
    }

    /** The unique texts of the other company, in the fields where it has them: those of the same collection, if it has any. */
    private Stream<Probe> texts() {
        if (!operation.takes(JSON)) {
            return Stream.empty();
        }
        var properties = operation.document().at(operation.body(JSON)).path("properties");
        var fields = other.texts.entrySet().stream()
                .sorted(Comparator.comparing(of -> !relative().startsWith(of.getKey())))
                .flatMap(of -> of.getValue().propertyStream())
                .filter(field -> properties.has(field.getKey()))
                .filter(field -> FilledCompany.secretsIn(field.getValue().toString())
                        .findAny()
                        .isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, later) -> first));
        return fields.entrySet().stream()
                .map(field -> new Probe(
                        ownPath(),
                        new OrdinaryBody(operation, own)
                                .json()
                                .set(field.getKey(), field.getValue())
                                .toString()));
    }

    /** Sends a request. A record that it creates is deleted. */
    Reply send(Probe probe) {
        var client = probe.body() == null ? own.api : own.api.with("Content-Type", JSON);
        var body = probe.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(probe.body());
        var reply = client.send(operation.verb(), probe.path(), body);
        if (reply.hasHeader("Location")) {
            own.api.delete(reply.header("Location").replaceFirst("^.*?/v1", ""));
        }
        return reply;
    }

    private String relative() {
        return FilledCompany.relative(operation);
    }

    private String ownPath() {
        return own.filled(relative()) + requiredQuery();
    }

    /** The parameters without which the operation is refused: names of the document, metrics, or else dates. */
    private String requiredQuery() {
        var names = operation.parameters().stream()
                .map(operation.document()::at)
                .filter(parameter -> parameter.path("in").asText().equals("query")
                        && parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText() + "=" + required(parameter))
                .toList();
        return names.isEmpty() ? "" : "?" + String.join("&", names);
    }

    private static String required(JsonNode parameter) {
        return parameter.path("name").asText().equals("metrics")
                ? "won_value"
                : parameter.at("/schema/enum/0").asText("2026-11-22");
    }

    private @Nullable String written() {
        return operation.takes(JSON) ? new OrdinaryBody(operation, own).json().toString() : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
