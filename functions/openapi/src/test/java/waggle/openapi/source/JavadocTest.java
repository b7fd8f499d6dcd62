package waggle.openapi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavadocTest {
    @TempDir
    private Path folder;

    @Test
    void comments_becomeMarkdown_withoutReferencesToPages() throws IOException {
        var source = Files.writeString(folder.resolve("JavadocTest.java"), """
                package waggle.openapi.source;
                class JavadocTest {
                    /**
                     * A thing
                     * of {@code two} lines (docs/api.md, "Lists"; RFC 1), {@code three} words ({@code docs/api.md}, "Names").
                     *
                     * <p>And a second paragraph.
                     *
                     * @param name what it is called
                     */
                    record Sample(String name) {
                        /** Does it. */
                        void done() {}
                    }
                }
                """);

        var javadoc = Javadoc.of(List.of(source));

        assertThat(javadoc.of(Sample.class))
                .contains("A thing of `two` lines, `three` words.\n\nAnd a second paragraph.");
        assertThat(javadoc.of(Sample.class, "name")).contains("what it is called");
        assertThat(javadoc.ofMethod(Sample.class, "done")).contains("Does it.");
        assertThat(javadoc.ofMethod(Sample.class, "name")).isEmpty();
    }

    /** Has the name of the record in the source above. */
    private record Sample(String name) {}
}
