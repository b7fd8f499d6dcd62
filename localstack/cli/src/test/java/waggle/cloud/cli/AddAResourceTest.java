package waggle.cloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waggle.model.json.Json;

/** Compiles the code of "Add a resource" in the README, word for word, and calls the new resource. */
class AddAResourceTest {
    private static final Path CHECKOUT = Path.of("../..");
    private static final Pattern FILE =
            Pattern.compile("`([\\w/-]+\\.java)`:\n\n +```java\n( +(?:package|@).*?)```", Pattern.DOTALL);
    private static final Pattern CHANGE = Pattern.compile(
            "`([\\w/-]+\\.java)`:\n\n +```java\n +(import [\\w.]+;)\n +…\n +(\\w+)\\(.*…, (\\w+\\.RESOURCE)\\)\\),\n +```");

    private static final String REMARK = """
            package waggle.model.regions;

            import io.micronaut.core.annotation.Introspected;
            import jakarta.validation.constraints.NotBlank;
            import jakarta.validation.constraints.Size;
            import java.util.UUID;
            import waggle.model.declaration.Resource;

            /**
             * A remark on a region.
             *
             * @param text 1 to 1,000 characters
             * @param regionUuid the region
             */
            @Introspected
            public record Remark(@NotBlank @Size(max = 1_000) String text, UUID regionUuid) {
                public static final Resource<Remark> RESOURCE =
                        Resource.named("remark", "remarks", Remark.class, Remark::text)
                                .nestedIn("region_uuid", () -> Region.RESOURCE, "remark_count")
                                .lists(list -> list.searched("text"))
                                .build();
            }
            """;
    private static final String CONTROLLER = """
            package waggle.workflow;

            import io.micronaut.http.annotation.Controller;
            import waggle.http.resource.ResourceController;
            import waggle.http.resource.ResourceSupport;
            import waggle.model.catalogue.ResourceGroup;
            import waggle.model.regions.Remark;

            @Controller(ResourceGroup.BASE + "/regions/{parent}/remarks")
            final class RemarksController extends ResourceController<Remark> {
                RemarksController(ResourceSupport support) {
                    super(Remark.RESOURCE, support);
                }
            }
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void regions_ofTheReadme_areServed_andRemarksBelowThem() throws Exception {
        var classes = compile(withRemarks(sources(Files.readString(CHECKOUT.resolve("README.md")))));
        var classPath = classes + File.pathSeparator + RunningWaggle.CLASS_PATH;

        try (var up = RunningWaggle.start(classPath, folder, "--local-webhooks");
                var receiver = Receiver.open();
                var listening = RunningCommand.start(
                        classPath,
                        folder,
                        Map.of("WAGGLE_API_KEY", up.key()),
                        "listen",
                        "--url=" + up.baseUrl(),
                        "--events=region.*")) {
            listening.find("^time +type +record +event");
            var endpoint = "{\"url\":\"%s\",\"event_types\":[\"region.*\"]}".formatted(receiver.url());
            send(up, "POST", "/webhook-endpoints", endpoint, 201);

            var north = send(up, "POST", "/regions", "{\"label\":\"North\",\"color\":\"#0000FF\"}", 201);
            var south = send(up, "POST", "/regions", "{\"label\":\"South\"}", 201);
            var path = "/regions/" + south.path("uuid").asText();

            // Only the events of one record come in order.
            var events = List.of(delivered(receiver), delivered(receiver));
            assertThat(events).extracting(event -> event.path("type").asText()).containsOnly("region.created");
            assertThat(events).extracting(event -> event.at("/data/object")).containsExactlyInAnyOrder(north, south);
            listening.find("  region\\.created +" + north.path("uuid").asText());

            assertThat(south.path("color").asText()).isEqualTo("#6B7280");
            assertThat(list(up, "")).containsExactly(south, north);
            assertThat(list(up, "?color=%230000FF")).containsExactly(north);
            assertThat(list(up, "?search=SOUTH")).containsExactly(south);
            assertThat(list(up, "?sort=label")).containsExactly(north, south);
            assertThat(send(up, "PATCH", path, "{\"label\":\"Far South\"}", 200)
                            .path("version")
                            .asInt())
                    .isEqualTo(2);
            assertThat(send(up, "POST", "/regions", "{\"label\":\"north\"}", 409)
                            .path("error")
                            .asText())
                    .contains(north.path("uuid").asText());
            nestedResourceIsServed(up, uuid(north), uuid(south));
            send(up, "DELETE", path, "", 204);
            send(up, "GET", path + "/remarks", "", 404);
            assertThat(list(up, "")).containsExactly(north);
        }
    }

    /** Remarks lie below a region. Their declaration and controller have as few lines as those of any resource. */
    private List<Path> withRemarks(List<Path> sources) throws IOException {
        change(
                sources,
                "Region.java",
                ".build();",
                ".counts(\"remark_count\")"
                        + ".owns(() -> Remark.RESOURCE, \"region_uuid\", \"remark_count\").build();");
        change(
                sources,
                "ResourceGroup.java",
                "Region.RESOURCE)",
                "Region.RESOURCE, waggle.model.regions.Remark.RESOURCE)");
        sources.add(write("shared-model/src/main/java/waggle/model/regions/Remark.java", REMARK));
        sources.add(write("functions/workflow/src/main/java/waggle/workflow/RemarksController.java", CONTROLLER));
        return sources;
    }

    private void nestedResourceIsServed(RunningWaggle up, String north, String south) throws Exception {
        var remarks = "/regions/" + north + "/remarks";

        var cold = send(up, "POST", remarks, "{\"text\":\"Cold\"}", 201);
        send(up, "POST", "/regions/" + south + "/remarks", "{\"text\":\"Warm\"}", 201);

        assertThat(cold.path("region_uuid").asText()).isEqualTo(north);
        assertThat(send(up, "GET", remarks, "", 200).path("data")).containsExactly(cold);
        assertThat(send(up, "GET", remarks + "?search=warm", "", 200).path("data"))
                .isEmpty();
        assertThat(send(up, "GET", remarks + "/" + uuid(cold), "", 200)).isEqualTo(cold);
        assertThat(send(up, "PATCH", remarks + "/" + uuid(cold), "{\"text\":\"Colder\"}", 200)
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(send(up, "GET", "/regions/" + north, "", 200)
                        .path("remark_count")
                        .asInt())
                .isEqualTo(1);
        send(up, "POST", remarks, "{\"text\":\"Cold\",\"region_uuid\":\"" + south + "\"}", 400);
        send(up, "GET", "/regions/" + south + "/remarks/" + uuid(cold), "", 404);
        send(up, "GET", "/regions/" + uuid(cold) + "/remarks", "", 404);
        send(up, "GET", "/regions/none/remarks", "", 404);
        send(up, "GET", "/remarks", "", 404);
        send(up, "DELETE", remarks + "/" + uuid(cold), "", 204);
    }

    private static JsonNode delivered(Receiver receiver) throws Exception {
        return Json.mapper().readTree(receiver.next().body());
    }

    private static String uuid(JsonNode record) {
        return record.path("uuid").asText();
    }

    private static void change(List<Path> sources, String file, String before, String after) throws IOException {
        for (var source : sources) {
            if (source.endsWith(file)) {
                Files.writeString(source, Files.readString(source).replace(before, after));
            }
        }
    }

    /** The new files of the README and the file that it changes. */
    private List<Path> sources(String readme) throws IOException {
        var sources = new ArrayList<Path>();
        for (var file : FILE.matcher(readme).results().toList()) {
            sources.add(write(file.group(1), file.group(2).stripIndent()));
        }
        var change = CHANGE.matcher(readme);
        assertThat(change.find()).isTrue();
        var source = Files.readString(CHECKOUT.resolve(change.group(1)));
        sources.add(write(change.group(1), named(source, change.group(2), change.group(3), change.group(4))));
        assertThat(sources).hasSize(4);
        return sources;
    }

    /** Adds a resource to a group, unless the checkout has it already. */
    private static String named(String groups, String imported, String group, String resource) {
        return groups.contains(resource)
                ? groups
                : groups.replaceFirst("\nimport ", "\n" + imported + "\nimport ")
                        .replaceFirst("( " + group + "\\(\\(\\) -> List.of\\([^)]*)\\)", "$1, " + resource + ")");
    }

    private Path write(String name, String source) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source);
    }

    private Path compile(List<Path> sources) throws IOException {
        var classes = Files.createDirectory(folder.resolve("classes"));
        var arguments = Stream.concat(
                Stream.of("-d", classes.toString(), "-cp", RunningWaggle.CLASS_PATH, "-proc:full", "-parameters"),
                sources.stream().map(Path::toString));
        var javac = ToolProvider.getSystemJavaCompiler();
        assertThat(javac.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return classes;
    }

    private JsonNode list(RunningWaggle up, String query) throws Exception {
        return send(up, "GET", "/regions" + query, "", 200).path("data");
    }

    private JsonNode send(RunningWaggle up, String method, String path, String body, int status) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(up.baseUrl() + path))
                .header("Authorization", "Bearer " + up.key())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        var reply = client.send(request.build(), BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        return Json.mapper().readTree(reply.body());
    }
}
