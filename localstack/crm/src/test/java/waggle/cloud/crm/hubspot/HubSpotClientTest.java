package waggle.cloud.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** HubSpot's own client for Node finds the replies that it expects. Skipped without Node 20 or without the client. */
class HubSpotClientTest {
    private static final long MINUTES = 2;
    private static final Path CLIENT = Path.of("node_modules", "@hubspot", "api-client");
    private static final Path OUTPUT = Path.of("target", "hubspot-client.txt");

    @Test
    void clientOfTheProvider_findsTheRepliesThatItExpects() throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "skipped: needs Node 20, and the packages of localstack/crm (npm ci)");
        try (var fake = HubSpotFake.start(0, "pat-local-1", Clock.systemUTC())) {
            var status = run("node", "src/test/node/hubspot.mjs", fake.url().toString(), "pat-local-1");
            assertThat(status)
                    .as(() -> "the output in " + OUTPUT.toAbsolutePath())
                    .isZero();
            assertThat(Files.readString(OUTPUT)).contains("every reply is as expected");
        }
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return Files.exists(CLIENT)
                    || run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0") == 0;
        } catch (IOException noNode) {
            System.out.println("HubSpotClientTest is skipped: Node cannot be started");
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
