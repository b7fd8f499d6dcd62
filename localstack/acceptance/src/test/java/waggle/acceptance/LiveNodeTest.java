package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.keys.Scopes.Scope;

/**
 * An independent client, and the script {@code /live.js}, in Node. Skipped without Node 20 or without the packages of this
 * module. {@code -Dwaggle.node} is the path of another Node: from version 22 on the script uses Node's own WebSocket.
 */
@SharedCompany
final class LiveNodeTest {
    private static final String NODE = System.getProperty("waggle.node", "node");
    private static final long MINUTES = 2;
    private static final Path CLIENT = Path.of("node_modules", "ws");

    /** Below the time before the end of a connection at which its client is told. */
    private static final long EXPIRES_IN_MINUTES = 4;

    private final Tenant company = Target.company();

    @ParameterizedTest
    @ValueSource(strings = {"protocol", "script"})
    void client_ofNode_hearsWhatItExpects(String program) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "skipped: needs Node 20, and the packages of localstack/acceptance (npm ci)");
        var output = output(program);
        var api = company.api(Scope.READ, Scope.WRITE);
        var status = run(
                output,
                NODE,
                "src/test/node/" + program + ".mjs",
                company.cloud().baseUrl().toString(),
                key(api),
                expiringKey());
        assertThat(status).as(() -> "the output in " + output.toAbsolutePath()).isZero();
        assertThat(Files.readString(output)).contains("every message is as expected");
    }

    private static String key(Api api) {
        return api.headers().getLast().replaceFirst("Bearer ", "");
    }

    private String expiringKey() {
        var body = Tags.empty()
                .put("label", "Expiring")
                .put(
                        "expires_at",
                        Instant.now()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .plus(EXPIRES_IN_MINUTES, ChronoUnit.MINUTES)
                                .toString());
        body.putArray("scopes").add("read");
        return company.api(Scope.ADMIN)
                .post("/api-keys", body)
                .expect(201)
                .json()
                .required("key")
                .asText();
    }

    private static Path output(String program) {
        return Path.of("target", "node-" + program + ".txt");
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return Files.exists(CLIENT)
                    || run(
                                    output("packages"),
                                    "npm",
                                    "ci",
                                    "--no-audit",
                                    "--no-fund",
                                    "--ignore-scripts",
                                    "--fetch-retries=0")
                            == 0;
        } catch (IOException noNode) {
            System.out.println("LiveNodeTest is skipped: Node cannot be started");
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
