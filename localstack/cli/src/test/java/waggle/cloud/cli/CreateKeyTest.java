package waggle.cloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.model.Patience;
import waggle.model.json.Json;

/** {@code waggle keys create} as a process. */
final class CreateKeyTest {
    private static final String TAG = "{\"label\":\"Gold\",\"association\":\"partner\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void keysCreate_opensACompanyEachTime_untilUpStops() throws Exception {
        try (var up = RunningWaggle.start(RunningWaggle.CLASS_PATH, folder)) {
            var first = create(Map.of(), "--port=" + up.port());
            var second = create(Map.of(), "--port=" + up.port(), "--scopes=read");

            assertThat(first.out()).matches("wgl_test_[0-9A-Za-z]{38}\n");
            assertThat(first.err()).isEqualTo("The first API key of Acme. It is shown only once:\n");
            assertThat(post(up.baseUrl(), first).statusCode()).isEqualTo(201);
            assertThat(count(up.baseUrl(), first)).isEqualTo(1);
            assertThat(count(up.baseUrl(), second)).isZero();
            assertThat(post(up.baseUrl(), second).statusCode()).isEqualTo(403);

            var file = folder.resolve(Path.of("target", "waggle", "up-" + up.port()));
            var permissions = Files.getPosixFilePermissions(file);
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
            up.process().destroy();
            up.process().onExit().get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void up_killed_isNotFound() throws Exception {
        var killed = new ProcessBuilder("sleep", "60").start();
        killed.destroyForcibly().waitFor();
        var file = folder.resolve(Path.of("target", "waggle", "up-8080"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "WAGGLE_PROCESS=" + killed.pid() + "\n");

        run(Map.of(), "--company=Acme").expectFailure("No local Waggle runs on port 8080: start it with ./waggle up");
    }

    @Test
    void deployedEnvironment_isFoundByItsStack() throws Exception {
        try (var cloud = Cloud.start(CloudOptions.defaults());
                var aws = CloudFormation.of(cloud)) {
            var created = create(aws.environment(cloud), "--env=dev", "--region=us-east-1");
            var refused = run(aws.environment(cloud), "--company=Acme", "--env=prod", "--region=us-east-1");

            assertThat(created.out()).matches("wgl_live_[0-9A-Za-z]{38}\n");
            assertThat(post(cloud.baseUrl().toString(), created).statusCode()).isEqualTo(201);
            refused.expectFailure("The stack Waggle-prod cannot be read in us-east-1: Stack does not exist");
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("--company=Acme --port=1", "No local Waggle runs on port 1: start it with ./waggle up"),
                Arguments.of("--company=", "--company must have 1 to 200 characters"),
                Arguments.of(
                        "--company=Acme --scopes=all",
                        "--scopes must be read, write, admin or a scope of one resource like partners:read; it was"
                                + " \"all\""),
                Arguments.of(
                        "--company=Acme --env=dev --region=us-east-1",
                        "No AWS credentials were found: set AWS_PROFILE or log in to AWS first"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_isOneSentence(String arguments, String message) throws Exception {
        run(Map.of(), arguments.split(" ")).expectFailure(message);
    }

    private WaggleCommand create(Map<String, String> environment, String... arguments) throws Exception {
        var all = Stream.concat(Stream.of("--company=Acme"), Stream.of(arguments));
        var command = run(environment, all.toArray(String[]::new));
        assertThat(command.status()).as(command.err()).isZero();
        return command;
    }

    private WaggleCommand run(Map<String, String> environment, String... arguments) throws Exception {
        var all = Stream.concat(Stream.of("keys", "create"), Stream.of(arguments));
        return WaggleCommand.run(folder, environment, all.toArray(String[]::new));
    }

    private int count(String baseUrl, WaggleCommand created) throws Exception {
        var reply = http.send(request(baseUrl, created).build(), BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
        return Json.mapper().readTree(reply.body()).at("/meta/record-count").asInt();
    }

    private HttpResponse<String> post(String baseUrl, WaggleCommand created) throws Exception {
        return http.send(
                request(baseUrl, created).POST(BodyPublishers.ofString(TAG)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String baseUrl, WaggleCommand created) {
        return HttpRequest.newBuilder(URI.create(baseUrl + "/tags"))
                .header("Authorization", "Bearer " + created.out().strip())
                .header("Content-Type", "application/json");
    }
}
