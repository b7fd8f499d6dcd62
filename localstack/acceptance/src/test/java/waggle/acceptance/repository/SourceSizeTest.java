package waggle.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.acceptance.cloud.Checkout;

/** Files and packages, those of tests too, stay small enough to read. */
final class SourceSizeTest {
    private static final int MOST_LINES = 250;
    private static final long MOST_FILES = 20;

    @Test
    void file_ofEveryModule_hasFewLines() {
        assertThat(sources().filter(file -> lines(file) > MOST_LINES)).isEmpty();
    }

    @Test
    void package_ofEveryModule_hasFewFiles() {
        var packages = sources().collect(Collectors.groupingBy(file -> file.resolveSibling(""), Collectors.counting()));

        assertThat(packages.entrySet().stream().filter(files -> files.getValue() > MOST_FILES))
                .isEmpty();
    }

    private static Stream<Path> sources() {
        return Checkout.files().stream()
                .filter(file -> file.toString().contains("/java/"))
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
