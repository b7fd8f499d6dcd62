package waggle.openapi.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import waggle.model.json.JsonFields;
import waggle.openapi.schemas.Scalars;
import waggle.openapi.source.Javadoc;

/** The query parameters that are the components of a record. */
final class RecordParameters {
    private RecordParameters() {}

    static List<Parameter> of(Class<?> query, Javadoc javadoc) {
        return Arrays.stream(query.getRecordComponents())
                .map(component ->
                        of(component, javadoc.of(query, component.getName()).orElseThrow()))
                .toList();
    }

    private static Parameter of(RecordComponent component, String description) {
        var accessor = component.getAccessor();
        var name = Optional.ofNullable(accessor.getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElseGet(() -> JsonFields.nameOf(component));
        return ListParameters.query(name, description, schema(component.getType(), accessor))
                .required(accessor.isAnnotationPresent(NotNull.class));
    }

    private static ObjectNode schema(Class<?> type, Method accessor) {
        var schema = type.equals(String.class)
                ? Scalars.type("string")
                : Scalars.written(type).orElseThrow();
        Optional.ofNullable(accessor.getAnnotation(Min.class)).ifPresent(min -> schema.put("minimum", min.value()));
        Optional.ofNullable(accessor.getAnnotation(Max.class)).ifPresent(max -> schema.put("maximum", max.value()));
        Optional.ofNullable(accessor.getAnnotation(Size.class))
                .ifPresent(size -> schema.put("minLength", size.min()).put("maxLength", size.max()));
        Optional.ofNullable(accessor.getAnnotation(Pattern.class))
                .ifPresent(pattern -> schema.put("pattern", "^(?:" + pattern.regexp() + ")$"));
        return schema;
    }
}
