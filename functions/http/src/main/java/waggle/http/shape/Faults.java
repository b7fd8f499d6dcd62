package waggle.http.shape;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import waggle.http.request.EnumNames;
import waggle.model.CodePoints;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.json.Times;

/** The messages of faults. */
final class Faults {
    private static final String REQUIRED = "is required";

    /** The fields of every record that no client writes. */
    private static final Set<String> READ_ONLY = Set.of("uuid", "created_at", "updated_at", "version");

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            String.class, "must be a string",
            Boolean.class, "must be true or false",
            UUID.class, "must be a uuid",
            LocalDate.class, "must be a date like 2026-11-22",
            Integer.class, "must be a whole number",
            Long.class, "must be a whole number",
            BigDecimal.class, "must be a number",
            Instant.class, Times.EXPECTED);

    /** Micronaut's suffix of a list index in a property path: {@code <list element>}. */
    private static final String CONTAINER = "<[^>]*>";

    private Faults() {}

    static Fault unknown(String name) {
        return READ_ONLY.contains(name) ? readOnly(name) : new Fault(name, "is not a known field");
    }

    static Fault readOnly(String name) {
        return new Fault(name, "cannot be written");
    }

    static Fault wrongType(String name, JavaType type) {
        return new Fault(name, expected(type));
    }

    static boolean isMissing(Fault fault) {
        return fault.message().equals(REQUIRED);
    }

    static Fault outOfBounds(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString().replaceAll(CONTAINER, "");
        var name = Arrays.stream(path.split("\\.")).map(Faults::snakeCase).collect(Collectors.joining("."));
        return new Fault(name, expected(violation));
    }

    /** The validator counts UTF-16 units, of which a text has up to twice as many as characters. */
    static boolean isWithinBounds(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof Size size
                && violation.getInvalidValue() instanceof String text
                && CodePoints.count(text, size.min(), size.max());
    }

    static Fault control(String name) {
        return new Fault(name, "must not have control characters");
    }

    private static String snakeCase(String name) {
        return ((PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE).translate(name);
    }

    private static String expected(ConstraintViolation<?> violation) {
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case NotNull missing -> REQUIRED;
            case NotBlank missing -> REQUIRED;
            case Size size ->
                expected(size, violation.getInvalidValue() instanceof Collection ? "elements" : "characters");
            case Min min -> "must be at least " + min.value();
            case Max max -> "must be at most " + max.value();
            case Pattern pattern -> expected(pattern, violation);
            default -> violation.getMessage();
        };
    }

    private static String expected(Pattern pattern, ConstraintViolation<?> violation) {
        return pattern.regexp().equals(Formats.COUNTRY)
                ? Formats.countryExpected(violation.getInvalidValue().toString())
                : violation.getMessage();
    }

    private static String expected(Size size, String things) {
        return size.min() == 0
                ? "must have at most " + size.max() + " " + things
                : "must have " + size.min() + " to " + size.max() + " " + things;
    }

    private static String expected(JavaType type) {
        if (type.isEnumType()) {
            return "must be one of " + String.join(", ", EnumNames.of(type));
        }
        if (type.isTypeOrSubTypeOf(Collection.class)) {
            return "must be a list";
        }
        if (type.isRecordType() || type.isMapLikeType() || type.hasRawClass(ObjectNode.class)) {
            return "must be an object";
        }
        return EXPECTED.getOrDefault(type.getRawClass(), "is not valid");
    }
}
