package waggle.openapi.schemas;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.model.Uuids;
import waggle.model.json.Json;
import waggle.model.json.Times;

/**
 * The schemas of values that {@link Json} writes as one JSON string, number or boolean.
 *
 * @param schemas by type, of replies or of requests, which accept more
 */
public record Scalars(Function<Class<?>, Optional<ObjectNode>> schemas) implements CustomDefinitionProviderV2 {
    /** A character that is no white space, whether a validator's {@code \\s} covers Unicode or only ASCII. */
    public static final String VISIBLE =
            "[^\\s\\u00A0\\u1680\\u2000-\\u200B\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF]";

    private static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final Map<Class<?>, ObjectNode> KNOWN = Map.ofEntries(
            Map.entry(UUID.class, formatted("uuid", Uuids.PATTERN, 36)),
            Map.entry(Instant.class, formatted("date-time", TIME, 24)),
            Map.entry(LocalDate.class, formatted("date", DATE, 10)),
            Map.entry(Integer.class, integer("int32", Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(int.class, integer("int32", Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(Long.class, integer("int64", Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(long.class, integer("int64", Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(BigDecimal.class, type("number")),
            Map.entry(Boolean.class, type("boolean")),
            Map.entry(JsonNode.class, Json.mapper().createObjectNode()));

    /** The forms that clients may write instead. */
    private static final Map<Class<?>, ObjectNode> WRITTEN = Map.of(
            UUID.class, formatted("uuid", Uuids.WRITTEN, 36), Instant.class, formatted("date-time", Times.PATTERN, 35));

    /** Anchors a pattern: Java's match the whole text, those of JSON Schema any part of it. */
    static String whole(String pattern) {
        return "^" + (pattern.contains("|") ? "(?:" + pattern + ")" : pattern) + "$";
    }

    /** The schema of a type; empty if its values are objects or lists. */
    public static Optional<ObjectNode> of(Class<?> type) {
        return type.isEnum()
                ? Optional.of(names(type))
                : Optional.ofNullable(KNOWN.get(type)).map(ObjectNode::deepCopy);
    }

    /** The schema of a type in requests; empty if its values are objects or lists. */
    public static Optional<ObjectNode> written(Class<?> type) {
        return Optional.ofNullable(WRITTEN.get(type)).map(ObjectNode::deepCopy).or(() -> of(type));
    }

    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType type, SchemaGenerationContext context) {
        return schemas.apply(type.getErasedType()).map(Scalars::inline).orElse(null);
    }

    static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }

    private static ObjectNode names(Class<?> type) {
        var schema = type("string");
        var names = schema.putArray("enum");
        Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .map(value -> Json.mapper().<JsonNode>valueToTree(value))
                .forEach(names::add);
        return schema;
    }

    /** A string of {@code least} to {@code most} characters. */
    public static ObjectNode text(int least, int most) {
        return type("string").put("minLength", least).put("maxLength", most);
    }

    public static ObjectNode type(String type) {
        return Json.mapper().createObjectNode().put("type", type);
    }

    private static ObjectNode formatted(String format, String pattern, int length) {
        return type("string")
                .put("format", format)
                .put("pattern", whole(pattern))
                .put("maxLength", length);
    }

    private static ObjectNode integer(String format, long minimum, long maximum) {
        return type("integer").put("format", format).put("minimum", minimum).put("maximum", maximum);
    }
}
