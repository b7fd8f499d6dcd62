package waggle.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import waggle.model.Fault;
import waggle.model.json.Json;

/** The words for what can be wrong with a field. */
final class Faults {
    /** Every record has them and no client writes them. */
    private static final Set<String> KEPT_BY_US = Set.of("uuid", "created_at", "updated_at", "version");

    private Faults() {}

    static Fault unknown(String name) {
        return new Fault(name, KEPT_BY_US.contains(name) ? "cannot be written" : "is not a known field");
    }

    static Fault wrongType(String name, JavaType declared, JsonProcessingException e) {
        var target = e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? Json.mapper().constructType(mismatch.getTargetType())
                : declared;
        return new Fault(name + (e instanceof JsonMappingException mapping ? path(mapping) : ""), expected(target));
    }

    static Fault outOfBounds(ConstraintViolation<?> violation) {
        var name = Arrays.stream(violation.getPropertyPath().toString().split("\\."))
                .map(Faults::snakeCase)
                .collect(Collectors.joining("."));
        return new Fault(name, expected(violation));
    }

    static String snakeCase(String name) {
        return ((PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE).translate(name);
    }

    private static String expected(ConstraintViolation<?> violation) {
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case NotNull missing -> "is required";
            case NotBlank missing -> "is required";
            case Size size ->
                size.min() == 0
                        ? "must have at most " + size.max() + " characters"
                        : "must have " + size.min() + " to " + size.max() + " characters";
            default -> violation.getMessage();
        };
    }

    private static String expected(JavaType type) {
        if (type.isEnumType()) {
            var values = Objects.requireNonNull(type.getRawClass().getEnumConstants());
            return Arrays.stream(values)
                    .map(value -> Json.mapper().convertValue(value, String.class))
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (type.hasRawClass(String.class)) {
            return "must be a string";
        }
        if (type.isTypeOrSubTypeOf(Collection.class)) {
            return "must be a list";
        }
        return Number.class.isAssignableFrom(type.getRawClass()) || type.isPrimitive()
                ? "must be a number"
                : "is not valid";
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
    }
}
