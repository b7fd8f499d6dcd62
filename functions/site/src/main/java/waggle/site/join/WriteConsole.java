package waggle.site.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes the script of the console: the libraries as they were published, then the joined modules. */
public final class WriteConsole {
    private static final String SOURCE_MAP = "//# sourceMappingURL=.*";

    private WriteConsole() {}

    /**
     * Writes the file.
     *
     * @param arguments the file to write, the first module, and the libraries in their order
     */
    public static void main(String[] arguments) throws IOException {
        var target = Path.of(arguments[0]);
        var script = new StringBuilder("/*! Contains Preact (MIT) and htm (Apache-2.0): see licences.txt */\n");
        for (var library : Arrays.asList(arguments).subList(2, arguments.length)) {
            script.append(library(Path.of(library)));
        }
        Files.createDirectories(target.resolveSibling(""));
        Files.writeString(target, script + Joiner.join(Path.of(arguments[1])));
    }

    /** Source maps are not served. */
    private static String library(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.matches(SOURCE_MAP))
                .collect(Collectors.joining("\n", "", ";\n"));
    }
}
