package waggle.cloud.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.catalogue.Catalogue;
import waggle.model.json.Json;

final class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "..", "events", "webhooks");

    static List<Path> files() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void sample_hasTypeAndDataOfItsFile(Path file) throws Exception {
        var payload = Json.mapper().readTree(Files.readString(file));

        var sample = new Samples(SAMPLES).find(payload.path("type").asText());

        assertThat(Catalogue.eventTypes().all()).contains(sample.type());
        assertThat(Json.write(sample.data())).isEqualTo(Json.write(payload.path("data")));
    }
}
