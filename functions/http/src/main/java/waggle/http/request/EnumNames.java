package waggle.http.request;

import com.fasterxml.jackson.databind.JavaType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import waggle.model.json.Json;

/** The JSON names of an enum's values. */
public final class EnumNames {
    private EnumNames() {}

    public static List<String> of(JavaType type) {
        return Arrays.stream(Objects.requireNonNull(type.getRawClass().getEnumConstants()))
                .map(value -> Json.mapper().convertValue(value, String.class))
                .toList();
    }
}
