package waggle.cloud.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The word lists of {@code words.txt}, by name. */
final class Words {
    private static final Map<String, List<String>> LISTS = read();

    private Words() {}

    static List<String> of(String name) {
        return Objects.requireNonNull(LISTS.get(name), name);
    }

    private static Map<String, List<String>> read() {
        var lists = new HashMap<String, List<String>>();
        var current = new ArrayList<String>();
        for (var line : text().lines().toList()) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                lists.put(line.substring(1, line.length() - 1), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line.replace("\\n", "\n"));
            }
        }
        return lists;
    }

    private static String text() {
        try (var file = Objects.requireNonNull(Words.class.getResourceAsStream("words.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
