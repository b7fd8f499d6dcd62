package waggle.cloud.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.cloud.crm.pipedrive.PipedriveFake;
import waggle.cloud.crm.salesforce.SalesforceFake;

/** The providers' clients for Node find the replies that they expect. Skipped without Node 20 or without the clients. */
class ClientsTest {
    private static final long MINUTES = 2;
    private static final String KEY = "pat-local-1";

    @ParameterizedTest
    @ValueSource(strings = {"hubspot", "pipedrive", "salesforce"})
    void clientOfTheProvider_findsTheRepliesThatItExpects(String provider) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "skipped: needs Node 20, and the packages of localstack/crm (npm ci)");
        try (var fake = start(provider)) {
            var output = Path.of("target", provider + "-client.txt");
            var script = "src/test/node/" + provider + ".mjs";
            var status = run(output, "node", script, fake.url().toString(), KEY);
            assertThat(status)
                    .as(() -> "the output in " + output.toAbsolutePath())
                    .isZero();
            assertThat(Files.readString(output)).contains("every reply is as expected");
        }
    }

    private static FakeCrm start(String provider) {
        var clock = Clock.systemUTC();
        return switch (provider) {
            case "hubspot" -> HubSpotFake.start(0, KEY, clock);
            case "pipedrive" -> PipedriveFake.start(0, KEY, clock);
            default -> SalesforceFake.start(0, "local-app", KEY, clock);
        };
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return Files.exists(Path.of("node_modules", "jsforce"))
                    || run(
                                    Path.of("target", "npm.txt"),
                                    "npm",
                                    "ci",
                                    "--no-audit",
                                    "--no-fund",
                                    "--ignore-scripts",
                                    "--fetch-retries=0")
                            == 0;
        } catch (IOException noNode) {
            System.out.println("ClientsTest is skipped: Node cannot be started");
            return false;
        }
    }

    private static int run(Path output, String... command) throws IOException, InterruptedException {
        Files.createDirectories(Path.of("target"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
