package waggle.cloud.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies sample events of the checkout into a directory that takes the place of the checkout. */
final class SampleFiles {
    static final Path ALL = Path.of("..", "..", "events", "webhooks");

    private SampleFiles() {}

    static void copy(Path home, String... types) throws IOException {
        var folder = Files.createDirectories(home.resolve("events").resolve("webhooks"));
        for (var type : types) {
            Files.copy(ALL.resolve(type + ".json"), folder.resolve(type + ".json"));
        }
    }
}
