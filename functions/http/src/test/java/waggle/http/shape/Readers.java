package waggle.http.shape;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import waggle.http.request.JsonBody;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Fields;
import waggle.model.json.Json;

/** Readers as controllers get them, without a table. */
final class Readers {
    private Readers() {}

    static <T> ShapeReader<T> of(Class<T> shape) {
        return of(shape, Fields.FREE, value -> List.of());
    }

    static <T> ShapeReader<T> of(Class<T> shape, Fields rights, Function<T, List<Fault>> check) {
        return new ShapeReader<>(shape, rights, check);
    }

    /** A reader of a shape with an immutable field, a read-only one and a count. */
    static ShapeReader<EveryKind> restricted() {
        var rights = new Fields(List.of("text"), List.of(), List.of("flag"), List.of("deal_count"), List.of());
        return of(EveryKind.class, rights, value -> List.of());
    }

    /** The faults for which a call refuses what it reads. */
    static List<Fault> faults(ThrowingCallable call) {
        return catchThrowableOfType(WaggleException.class, call).faults();
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
