package waggle.site.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One ES module. Each import is one line that names what it takes; each export is the word before a declaration.
 *
 * @param imports in their order
 * @param exports the names that other modules may import
 * @param script the module without imports, without the keyword of its exports, and without lines of comments
 */
record SourceModule(Path file, List<Import> imports, Set<String> exports, String script) {
    private static final String EXPORT = "export ";

    private static final Pattern IMPORT = Pattern.compile("import \\{ ([\\w, ]+) } from \"(\\.[\\w./-]+)\";");
    private static final Pattern DECLARATION =
            Pattern.compile("export (?:async )?(?:const|function|class) (?:(\\w+)|\\{ ([\\w, ]+) } =).*");

    /** @param names the names that the importing module uses, too */
    record Import(List<String> names, Path file) {}

    /** @throws IllegalArgumentException if a line imports or exports in another form */
    static SourceModule read(Path file) throws IOException {
        var imports = new ArrayList<Import>();
        var exports = new LinkedHashSet<String>();
        var script = new StringBuilder();
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith("import ")) {
                var taken = matching(IMPORT, line, file, "import { a, b } from \"./c.js\";");
                imports.add(new Import(
                        split(taken.group(1)),
                        file.resolveSibling(taken.group(2)).normalize()));
            } else if (line.startsWith(EXPORT)) {
                var declared = matching(DECLARATION, line, file, "export const a = 1;");
                exports.addAll(split(declared.group(1) == null ? declared.group(2) : declared.group(1)));
                script.append(line.substring(EXPORT.length())).append('\n');
            } else if (!line.strip().startsWith("//")) {
                script.append(line).append('\n');
            }
        }
        return new SourceModule(file, imports, exports, script.toString());
    }

    private static Matcher matching(Pattern pattern, String line, Path file, String example) {
        var matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file + ": a line must look like " + example + " It was " + line);
        }
        return matcher;
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split(",", -1)).map(String::strip).toList();
    }
}
