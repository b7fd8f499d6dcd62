package waggle.http.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.validation.validator.Validator;
import java.util.List;
import java.util.function.Function;
import waggle.http.request.JsonBody;
import waggle.model.Fault;
import waggle.model.declaration.Fields;
import waggle.model.json.Json;

/** Readers as controllers get them, without a table. */
final class Readers {
    private static final Validator VALIDATOR = Validator.getInstance();

    private Readers() {}

    static <T> ShapeReader<T> of(Class<T> shape) {
        return of(shape, Fields.FREE, value -> List.of());
    }

    static <T> ShapeReader<T> of(Class<T> shape, Fields rights, Function<T, List<Fault>> check) {
        return new ShapeReader<>(shape, () -> VALIDATOR, rights, check);
    }

    static JsonBody body(String json) {
        return new JsonBody(json(json));
    }

    static ObjectNode json(String json) {
        try {
            return (ObjectNode) Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
