package waggle.acceptance.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import waggle.acceptance.cloud.LocalCloud;

/** The payloads in {@code events/webhooks}, and what of them is the same in every run. */
public final class SamplePayloads {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UUID_7 = "\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"";
    private static final String DATE = "\"\\d{4}-\\d{2}-\\d{2}\"";
    private static final String TIME = "\"\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z\"";

    private SamplePayloads() {}

    public static Path folder() {
        return LocalCloud.checkout().resolve("events/webhooks");
    }

    /** The payload of a type of event. */
    public static JsonNode of(String type) {
        try {
            return JSON.readTree(folder().resolve(type + ".json").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The payload without what differs from run to run. */
    public static String anonymous(JsonNode payload) {
        return payload.toString()
                .replaceAll(UUID_7, "\"uuid\"")
                .replaceAll(TIME, "\"time\"")
                .replaceAll(DATE, "\"date\"");
    }
}
