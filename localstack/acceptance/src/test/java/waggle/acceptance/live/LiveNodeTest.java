package waggle.acceptance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.samples.Tags;
import waggle.model.keys.Scopes.Scope;
import waggle.node.NodePackages;

/**
 * An independent client, and the script {@code /live.js}, in Node. Skipped without Node 20 or without the packages of this
 * module. {@code -Dwaggle.node} is the path of another Node: from version 22 on the script uses Node's own WebSocket.
 */
@SharedCompany
final class LiveNodeTest {
    private static final String NODE = System.getProperty("waggle.node", "node");

    /** Below the time before the end of a connection at which its client is told. */
    private static final long EXPIRES_IN_MINUTES = 4;

    private final Tenant company = Target.company();

    @ParameterizedTest
    @ValueSource(strings = {"protocol", "script"})
    void client_ofNode_hearsWhatItExpects(String program) throws IOException, InterruptedException {
        assumeTrue(
                NodePackages.areInstalled("acceptance"),
                "skipped: needs Node 20, and the packages of localstack/acceptance (npm ci)");
        var output = NodePackages.output(program);
        var api = company.api(Scope.READ, Scope.WRITE);
        var process = NodePackages.start(
                output,
                NODE,
                "src/test/node/" + program + ".mjs",
                company.cloud().baseUrl().toString(),
                key(api),
                expiringKey());
        assertThat(NodePackages.status(process))
                .as(() -> "the output in " + output)
                .isZero();
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
}
