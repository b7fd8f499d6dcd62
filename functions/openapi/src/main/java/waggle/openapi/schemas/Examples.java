package waggle.openapi.schemas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.json.JsonFields;

/** Examples of records, from the sample webhook payloads {@code events/webhooks/<name>.created.json}. */
public final class Examples {
    private final Path samples;

    public Examples(Path samples) {
        this.samples = samples;
    }

    /** A whole record; empty if there is no sample. */
    Optional<ObjectNode> reply(Resource<?> resource) {
        var file = samples.resolve(resource.name() + ".created.json");
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** The fields of it that a client writes. */
    Optional<ObjectNode> request(Resource<?> resource) {
        var fields = Arrays.stream(resource.shape().getRecordComponents())
                .map(JsonFields::nameOf)
                .filter(field -> !resource.fields().readOnly().contains(field))
                .toList();
        return reply(resource).map(record -> record.retain(fields));
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode)
                    Json.mapper().readTree(file.toFile()).required("data").required("object");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
