package waggle.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;

/** Records as examples: those of the sample webhook payloads, {@code events/webhooks/<name>.created.json}. */
final class Examples {
    private final Path samples;

    Examples(Path samples) {
        this.samples = samples;
    }

    /** A whole record; empty where there is no sample yet. */
    Optional<ObjectNode> answered(Resource<?> resource) {
        var file = samples.resolve(resource.name() + ".created.json");
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** What a client writes of it. */
    Optional<ObjectNode> sent(Resource<?> resource) {
        var fields = Arrays.stream(resource.shape().getRecordComponents())
                .map(Resource::nameOf)
                .toList();
        return answered(resource).map(record -> record.retain(fields));
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
