package waggle.cloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.model.Patience;
import waggle.model.catalogue.OpenPage;
import waggle.model.status.Component;
import waggle.model.status.StatusReads;
import waggle.model.status.StatusWrites;
import waggle.platform.aws.Clients;

/** {@code waggle status note}. */
final class StatusNoteTest {
    private static final Map<Component, String> LATE =
            Map.of(Component.WEBHOOKS, "The oldest due delivery waits 14 minutes");

    @TempDir
    private Path folder;

    @Test
    void note_needsAnOpenIncident_andStandsOnTheStatusPage() throws Exception {
        try (var cloud = Cloud.start(CloudOptions.defaults().withSweepInterval(Duration.ofHours(1)));
                var aws = CloudFormation.of(cloud);
                var table = Clients.dynamoDb(cloud.settings(), StaticCredentialsProvider.create(Cloud.CREDENTIALS))) {
            var status = new StatusWrites(table, cloud.settings().table());

            note(cloud, aws, "Nobody waits").expectFailure("No incident is open, so there is nothing to explain");
            awaitHeartbeat(new StatusReads(table, cloud.settings().table()));
            status.forget();
            var now = Instant.now();
            status.beat(now.minusSeconds(100), LATE);
            status.beat(now.minusSeconds(40), LATE);
            var noted = note(cloud, aws, "We have found the cause");

            assertThat(noted.out())
                    .as(noted.err())
                    .isEqualTo("Added to: Webhooks are delayed. The page shows it within a minute.\n");
            assertThat(page(cloud)).contains("We have found the cause");
        }
    }

    /** The cloud has one heartbeat when it starts. A later one would close the incident. */
    private static void awaitHeartbeat(StatusReads status) {
        assertThat(Patience.until(status::beat, Optional::isPresent)).isPresent();
    }

    private WaggleCommand note(Cloud cloud, CloudFormation aws, String text) throws Exception {
        return WaggleCommand.run(
                folder, aws.environment(cloud), "status", "note", text, "--env=dev", "--region=us-east-1");
    }

    private static String page(Cloud cloud) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(cloud.url(OpenPage.STATUS).toString()))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
