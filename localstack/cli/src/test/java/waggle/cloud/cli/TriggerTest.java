package waggle.cloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.model.companies.Company;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** {@code waggle trigger} and {@code waggle replay} with a deployed environment. {@link ListenTest} has the local one. */
final class TriggerTest {
    @TempDir
    private Path folder;

    @Test
    void deployedEnvironment_getsTheSampleForTheCompanyOfTheKey_andAReplayForEachEndpoint() throws Exception {
        SampleFiles.copy(folder, "tag.created");
        try (var cloud = Cloud.start(CloudOptions.defaults());
                var aws = CloudFormation.of(cloud)) {
            var key = cloud.open(new Company("Acme"), KeySecret.Mode.LIVE, Scopes.of(Scope.ADMIN));
            var environment = new HashMap<>(aws.environment(cloud));
            environment.put("WAGGLE_API_KEY", key.reveal());

            var triggered =
                    WaggleCommand.run(folder, environment, "trigger", "tag.created", "--env=dev", "--region=us-east-1");

            assertThat(triggered.status()).as(triggered.err()).isZero();
            var request = HttpRequest.newBuilder(URI.create(
                            cloud.baseUrl() + "/events/" + triggered.out().strip()))
                    .header("Authorization", "Bearer " + key.reveal())
                    .build();
            var event = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(Json.mapper().readTree(event.body()).path("type").asText())
                    .isEqualTo("tag.created");
            createEndpoint(cloud, key);
            var replayed = WaggleCommand.run(
                    folder, environment, "replay", "--since=2026-01-01T00:00:00Z", "--env=dev", "--region=us-east-1");
            assertThat(replayed.out()).as(replayed.err()).startsWith("Requested replays: 1,");
        }
    }

    private static void createEndpoint(Cloud cloud, KeySecret key) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cloud.baseUrl() + "/webhook-endpoints"))
                .header("Authorization", "Bearer " + key.reveal())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"url\":\"https://93.184.216.34/\",\"event_types\":[\"tier.*\"]}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
    }
}
