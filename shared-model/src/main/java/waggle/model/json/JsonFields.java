package waggle.model.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;

/** The JSON fields of records, as clients write them. */
public final class JsonFields {
    private JsonFields() {}

    /** The field of a record's component: {@code stage_uuid} for {@code stageUuid}. */
    public static String nameOf(RecordComponent component) {
        return ((PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE)
                .translate(component.getName());
    }

    /**
     * The type of a field's values; of a list, that of its elements.
     *
     * @param field may be the field of an object in a field: {@code registration.status}
     * @throws IllegalArgumentException when the shape has no such field
     */
    public static JavaType type(Class<?> shape, String field) {
        var names = field.split("\\.", 2);
        return names.length == 1 ? own(shape, field) : type(own(shape, names[0]).getRawClass(), names[1]);
    }

    /**
     * Whether a record must have a value in a field.
     *
     * @throws IllegalArgumentException when the shape has no such field
     */
    public static boolean isRequired(Class<?> shape, String field) {
        return component(shape, field).getAccessor().isAnnotationPresent(NotNull.class);
    }

    private static RecordComponent component(Class<?> shape, String field) {
        return Arrays.stream(shape.getRecordComponents())
                .filter(component -> nameOf(component).equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(shape.getSimpleName() + " has no field " + field));
    }

    private static JavaType own(Class<?> shape, String field) {
        var type = Json.mapper().constructType(component(shape, field).getGenericType());
        return type.isTypeOrSubTypeOf(Collection.class) ? type.getContentType() : type;
    }
}
