package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files and packages stay small enough to read. */
final class SourceSizeTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("waggle.checkout"));
    private static final int MOST_LINES = 250;
    private static final int MOST_FILES = 20;

    @Test
    void file_ofEveryModule_hasFewLines() throws IOException {
        try (var files = Files.walk(CHECKOUT)) {
            assertThat(files.filter(SourceSizeTest::isSource).filter(file -> lines(file) > MOST_LINES))
                    .isEmpty();
        }
    }

    @Test
    void package_ofEveryModule_hasFewFiles() throws IOException {
        try (var files = Files.walk(CHECKOUT)) {
            assertThat(files.filter(Files::isDirectory).filter(folder -> sources(folder) > MOST_FILES))
                    .isEmpty();
        }
    }

    private static long sources(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(SourceSizeTest::isSource).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().contains("/src/main/java/") && file.toString().endsWith(".java");
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
