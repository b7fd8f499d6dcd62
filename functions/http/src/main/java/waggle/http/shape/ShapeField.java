package waggle.http.shape;

import com.fasterxml.jackson.databind.JavaType;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import waggle.model.Formats;
import waggle.model.json.Json;
import waggle.model.json.JsonFields;

/**
 * A field of a shape, or the elements of a field that is a list or an object with free names.
 *
 * @param written the form that clients may write instead of the stored one
 */
record ShapeField(JavaType type, Optional<Formats.Written> written) {
    /** By shape, so that only the first body of a shape pays for reflection. */
    private static final ClassValue<Map<String, ShapeField>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, ShapeField> computeValue(Class<?> shape) {
            return Arrays.stream(shape.getRecordComponents())
                    .collect(Collectors.toUnmodifiableMap(JsonFields::nameOf, ShapeField::of));
        }
    };

    /** The fields of a shape by name. */
    static Map<String, ShapeField> of(Class<?> shape) {
        return FIELDS.get(shape);
    }

    private static ShapeField of(RecordComponent component) {
        var written = Optional.ofNullable(component.getAccessor().getAnnotation(Pattern.class))
                .map(Pattern::regexp)
                .flatMap(Formats::written);
        return new ShapeField(Json.mapper().constructType(component.getGenericType()), written);
    }

    ShapeField element() {
        return new ShapeField(type.getContentType(), written);
    }
}
