package waggle.site.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinerTest {
    private static final String MAIN = "main.js";

    @TempDir
    private Path folder;

    @Test
    void module_thatTwoImport_runsOnceAndFirst() throws IOException {
        write("a.js", "// a comment\nexport const a = 1;\nexport const { b, c } = other;");
        write("b.js", "import { a } from \"./a.js\";\nexport function d() {\n  return a;\n}");
        write(MAIN, "import { d } from \"./b.js\";\nimport { b } from \"./a.js\";\nd(b);");

        assertThat(Joiner.join(folder.resolve(MAIN))).isEqualTo("""
                (() => {
                "use strict";
                const module1 = (() => {
                const a = 1;
                const { b, c } = other;
                return { a, b, c };
                })();
                const module2 = (() => {
                const { a } = module1;
                function d() {
                  return a;
                }
                return { d };
                })();
                const module3 = (() => {
                const { d } = module2;
                const { b } = module1;
                d(b);
                return {  };
                })();
                })();
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            import { b } from "./a.js";    | must export b
            import a from "./a.js";        | a line must look like import
            import { a as b } from "./a.js"; | must export a as b
            export default a;              | a line must look like export
            export let a = 1;              | a line must look like export
            import { c } from "./main.js"; | must not import itself
            """)
    void line_thatTheJoinerDoesNotKnow_isRefused(String line, String message) throws IOException {
        write("a.js", "export const a = 1;");
        write(MAIN, line);

        assertThatThrownBy(() -> Joiner.join(folder.resolve(MAIN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
