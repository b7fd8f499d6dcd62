package waggle.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The parser of AsyncAPI finds no error in the document of this build. Skipped without Node 20 or without the parser. */
class AsyncApiParserTest {
    private static final long MINUTES = 3;
    private static final Path PARSER = Path.of("node_modules", "@asyncapi", "parser");
    private static final Path OUTPUT = Path.of("target", "asyncapi-parser.txt");

    @Test
    void document_isValid() throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "skipped: needs Node 20, and the packages of functions/openapi (npm ci)");
        var status = run("npm", "run", "--silent", "asyncapi");
        assertThat(status).as(() -> "the output in " + OUTPUT.toAbsolutePath()).isZero();
        assertThat(Files.readString(OUTPUT)).doesNotContain("error ").containsPattern("[1-9]\\d* messages");
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return Files.exists(PARSER)
                    || run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0") == 0;
        } catch (IOException noNode) {
            System.out.println("AsyncApiParserTest is skipped: Node cannot be started");
            return false;
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Files.createDirectories(Path.of("target"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(OUTPUT.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
