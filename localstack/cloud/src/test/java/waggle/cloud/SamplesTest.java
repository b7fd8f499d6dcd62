package waggle.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.events.EventTypes;
import waggle.model.json.Json;

/** What can be triggered. */
final class SamplesTest {
    static List<Path> files() throws IOException {
        try (var files = Files.list(SampleFiles.ALL)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySample_hasTheDataOfItsFile(Path file) throws Exception {
        var payload = Json.mapper().readTree(Files.readString(file));

        var sample = new Samples(SampleFiles.ALL).find(payload.path("type").asText());

        assertThat(EventTypes.isKnown(sample.type())).isTrue();
        assertThat(Json.write(sample.data())).isEqualTo(Json.write(payload.path("data")));
    }
}
