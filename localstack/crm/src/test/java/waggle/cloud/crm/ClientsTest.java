package waggle.cloud.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.cloud.crm.pipedrive.PipedriveFake;
import waggle.cloud.crm.salesforce.SalesforceFake;
import waggle.node.NodePackages;

/** The providers' clients for Node find the replies that they expect. Skipped without Node 20 or without the clients. */
class ClientsTest {
    private static final String KEY = "pat-local-1";

    /** A client that runs. */
    private record Client(FakeCrm fake, Process process, Path output) {}

    @Test
    void clientsOfTheProviders_findTheRepliesThatTheyExpect() throws IOException, InterruptedException {
        assumeTrue(
                NodePackages.areInstalled("crm-clients"),
                "skipped: needs Node 20, and the packages of localstack/crm (npm ci)");
        var clients = List.of(
                start("hubspot", HubSpotFake.start(0, KEY, Clock.systemUTC())),
                start("pipedrive", PipedriveFake.start(0, KEY, Clock.systemUTC())),
                start("salesforce", SalesforceFake.start(0, "local-app", KEY, Clock.systemUTC())));
        for (var client : clients) {
            try (var fake = client.fake()) {
                assertThat(NodePackages.status(client.process()))
                        .as(() -> "calls " + fake.calls().size() + ", output in " + client.output())
                        .isZero();
                assertThat(Files.readString(client.output())).contains("every reply is as expected");
            }
        }
    }

    private static Client start(String provider, FakeCrm fake) throws IOException {
        var output = NodePackages.output(provider);
        var script = "src/test/node/" + provider + ".mjs";
        return new Client(
                fake, NodePackages.start(output, "node", script, fake.url().toString(), KEY), output);
    }
}
