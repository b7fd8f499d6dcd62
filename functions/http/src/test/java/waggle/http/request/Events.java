package waggle.http.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import waggle.model.json.Json;

/** Events of API Gateway for tests. */
public final class Events {
    private Events() {}

    public static GatewayEvent read(Map<String, ?> event) {
        try {
            return GatewayEvent.read(new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
