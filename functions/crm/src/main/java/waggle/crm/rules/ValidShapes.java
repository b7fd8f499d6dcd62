package waggle.crm.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import waggle.http.request.JsonBody;
import waggle.http.shape.ShapeReader;
import waggle.model.crm.stored.Shapes;
import waggle.model.declaration.Resource;

/** Validates the values of a CRM with the readers that validate the bodies of requests. */
public final class ValidShapes implements Shapes {
    private final Map<String, ShapeReader<?>> readers = new ConcurrentHashMap<>();

    @Override
    public <T> T created(Resource<T> resource, ObjectNode json) {
        return reader(resource).read(new JsonBody(json));
    }

    @Override
    public <T> T patched(Resource<T> resource, T before, ObjectNode patch) {
        return reader(resource).patch(before, new JsonBody(patch));
    }

    @SuppressWarnings("unchecked") // the readers are kept by the names of their resources
    private <T> ShapeReader<T> reader(Resource<T> resource) {
        return (ShapeReader<T>) readers.computeIfAbsent(
                resource.name(),
                name -> new ShapeReader<>(resource.shape(), resource.fields(), value -> resource.rules()
                        .faults(value)));
    }
}
