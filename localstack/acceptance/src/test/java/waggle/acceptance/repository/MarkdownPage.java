package waggle.acceptance.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Markdown page of the repository.
 *
 * @param text without fenced code
 */
record MarkdownPage(Path file, String text) {
    private static final Pattern FENCED = Pattern.compile("^( *)```.*?^\\1```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+)$", Pattern.MULTILINE);
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, FENCED.matcher(Files.readString(file)).replaceAll(""));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The targets of links within the repository. */
    List<String> links() {
        return found(LINK).stream().filter(link -> !link.matches("[a-z]+:.*")).toList();
    }

    /** The texts of inline code. */
    List<String> spans() {
        return found(SPAN);
    }

    Set<String> headings() {
        return Set.copyOf(found(HEADING));
    }

    /** The fragments that public Git hosts give to headings. */
    Set<String> anchors() {
        return headings().stream()
                .map(heading -> NOT_IN_ANCHORS.matcher(heading).replaceAll(""))
                .map(heading -> heading.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** A path beside the page. */
    Path beside(String path) {
        return file.resolveSibling(path).normalize();
    }

    private List<String> found(Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }
}
