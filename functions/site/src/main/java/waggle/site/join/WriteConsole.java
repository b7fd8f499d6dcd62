package waggle.site.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the script of a page, the libraries as they were published and then the joined modules, and its style sheet. */
public final class WriteConsole {
    private static final String SOURCE_MAP = "//# sourceMappingURL=.*";

    private static final Pattern IMPORT = Pattern.compile("@import \"([\\w/.]+)\";");

    private WriteConsole() {}

    /**
     * Writes the files. The style sheet beside the first module has the name of the script, and imports its parts, one on each
     * line.
     *
     * @param arguments the script to write, the first module, and the libraries in their order
     */
    public static void main(String[] arguments) throws IOException {
        var target = Path.of(arguments[0]);
        var script = new StringBuilder("/*! Contains Preact (MIT) and htm (Apache-2.0): see licences.txt */\n");
        for (var library : Arrays.asList(arguments).subList(2, arguments.length)) {
            script.append(library(Path.of(library)));
        }
        Files.createDirectories(target.resolveSibling(""));
        var first = Path.of(arguments[1]);
        Files.writeString(target, script + Joiner.join(first));
        var sheet = target.getFileName().toString().replaceFirst("\\.js$", ".css");
        Files.writeString(target.resolveSibling(sheet), sheet(first.resolveSibling(sheet)));
    }

    private static String sheet(Path file) throws IOException {
        var sheet = new StringBuilder();
        for (var line : Files.readAllLines(file)) {
            var part = IMPORT.matcher(line);
            if (!part.matches()) {
                throw new IllegalArgumentException(
                        file + " must have lines like @import \"css/base.css\"; but has " + line);
            }
            sheet.append(Files.readString(file.resolveSibling(part.group(1))));
        }
        return sheet.toString();
    }

    /** Source maps are not served. */
    private static String library(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.matches(SOURCE_MAP))
                .collect(Collectors.joining("\n", "", ";\n"));
    }
}
