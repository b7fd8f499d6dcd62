package waggle.http;

import com.fasterxml.jackson.databind.JavaType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import waggle.model.json.Json;

/** The values of an enum as clients write them. */
final class EnumNames {
    private EnumNames() {}

    static List<String> of(JavaType type) {
        return Arrays.stream(Objects.requireNonNull(type.getRawClass().getEnumConstants()))
                .map(value -> Json.mapper().convertValue(value, String.class))
                .toList();
    }
}
