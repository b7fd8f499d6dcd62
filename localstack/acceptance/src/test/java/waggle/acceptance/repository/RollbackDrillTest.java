package waggle.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.cloud.Receiver;
import waggle.acceptance.samples.Sample;
import waggle.acceptance.samples.Samples;
import waggle.acceptance.samples.Tags;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.model.catalogue.Catalogue;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.migration.Migration;
import waggle.platform.aws.Clients;

/**
 * The packaged functions of an earlier release on the table of this one, as after a rollback, and those of this one again
 * ({@code docs/runbook.md}, "Deployment and rollback"). {@code localstack/rollback-drill} builds the earlier release and runs
 * this test.
 */
final class RollbackDrillTest {
    /** The checkout of the earlier release, with its packaged functions. */
    private static final String RELEASE = System.getProperty("waggle.release", "");

    private static final int RATE = 1_000_000;
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(2);

    @TempDir
    private Path data;

    @TempDir
    private Path mixed;

    private final Map<Sample, JsonNode> made = new LinkedHashMap<>();
    private final Map<Sample, JsonNode> madeBefore = new LinkedHashMap<>();
    private String key = "";

    @Test
    void functionsOfTheReleaseBefore_readAndChangeWhatThisOneWrote_andTheReverse() throws Exception {
        assumeFalse(RELEASE.isEmpty(), "The drill needs an earlier release: localstack/rollback-drill COMMIT");
        var movedBack = mix();
        try (var receiver = Receiver.open()) {
            try (var cloud = start(LocalCloud.checkout())) {
                key = cloud.open(new Company("Drill"), KeySecret.Mode.TEST, Scopes.of(Scope.ADMIN))
                        .reveal();
                write(api(cloud), receiver);
            }
            try (var cloud = start(mixed)) {
                changeAsBefore(api(cloud).ofAnotherRelease());
                assertThat(receiver.next().type()).isEqualTo("tag.updated");
            }
            try (var cloud = start(LocalCloud.checkout())) {
                readAgain(api(cloud));
                migrate(cloud);
            }
        }
        System.out.printf("Moved back: %s%nRead, changed and created by them: %s%n", movedBack, madeBefore.keySet());
    }

    private Cloud start(Path checkout) throws Exception {
        return Cloud.start(CloudOptions.defaults()
                .withData(data)
                .withRate(RATE)
                .withLocalWebhooks()
                .withSweepInterval(SWEEP_INTERVAL)
                .withPackaged(checkout));
    }

    private Api api(Cloud cloud) {
        return Api.at(cloud.baseUrl()).withKey(key);
    }

    /** Takes each function of the earlier release. A function that it does not have has no earlier version to go back to. */
    private List<String> mix() throws IOException {
        var movedBack = new TreeSet<String>();
        try (var modules = Files.list(LocalCloud.checkout().resolve("functions"))) {
            for (var module : modules.toList()) {
                var name = module.getFileName().toString();
                var jar = Path.of("functions", name, "target", "function.jar");
                var before = Path.of(RELEASE).resolve(jar);
                var now = LocalCloud.checkout().resolve(jar);
                if (Files.exists(now)) {
                    Files.createDirectories(mixed.resolve(jar).getParent());
                    Files.copy(Files.exists(before) ? before : now, mixed.resolve(jar));
                }
                if (Files.exists(before)) {
                    movedBack.add(name);
                }
            }
        }
        assertThat(movedBack).contains("authorizer", "events", "workflow", "partners");
        return List.copyOf(movedBack);
    }

    private void write(Api api, Receiver receiver) {
        Samples.all().forEach(sample -> made.put(sample, sample.create(api, sample.complete())));
        api.send("POST", sample("lead").path(made(sample("lead"))) + "/register")
                .expect(200);
        var body = Tags.empty().put("url", receiver.url());
        body.putArray("event_types").add("tag.updated");
        api.post("/webhook-endpoints", body).expect(201);
        made.replaceAll(
                (sample, record) -> api.get(sample.path(record)).expect(200).json());
    }

    /** An earlier release shows the fields that it knows, with their values, and keeps the others when it changes a record. */
    private void changeAsBefore(Api api) {
        made.forEach((sample, record) -> {
            // The earlier release may not have the resource yet.
            if (api.get(sample.path()).status() == 200) {
                changeAsBefore(api, sample, record);
            }
        });
        assertThat(madeBefore.keySet()).extracting(Sample::name).contains("tag", "stage", "partner", "contact", "user");
        api.get("/audit-log?pageSize=50").expect(200);
        assertThat(Lists.count(api, "/events?pageSize=50")).isPositive();
    }

    private void changeAsBefore(Api api, Sample sample, JsonNode record) {
        var read = api.get(sample.path(record)).expect(200).json();
        assertThat(isPart(read, record))
                .as("%s shows %s of %s", sample, read, record)
                .isTrue();
        var changed =
                api.patch(sample.path(record), sample.renaming()).expect(200).json();
        assertThat(changed.path("version").asInt())
                .isEqualTo(record.path("version").asInt() + 1);
        assertThat(Lists.data(api.get(sample.path() + "?created_after=2000-01-01")
                        .expect(200)
                        .json()))
                .as("%s", sample)
                .isNotEmpty();
        assertThat(Lists.count(api, sample.path())).as("%s", sample).isPositive();
        madeBefore.put(sample, sample.create(api, sample.minimal()));
    }

    /** Whether one value has nothing that the other does not have; an earlier release lacks fields, also in objects. */
    private static boolean isPart(JsonNode part, JsonNode whole) {
        return switch (part.getNodeType()) {
            case OBJECT ->
                part.properties().stream().allMatch(field -> isPart(field.getValue(), whole.path(field.getKey())));
            case ARRAY ->
                part.size() == whole.size()
                        && IntStream.range(0, part.size()).allMatch(i -> isPart(part.path(i), whole.path(i)));
            default -> part.equals(whole);
        };
    }

    private void readAgain(Api api) {
        made.forEach((sample, record) -> {
            var read = (ObjectNode) api.get(sample.path(record)).expect(200).json();
            var kept = (ObjectNode) record.deepCopy();
            var moved = new ArrayList<>(List.of("version", "updated_at", sample.title()));
            moved.addAll(sample.counted());
            assertThat(read.remove(moved)).as("%s", sample).isEqualTo(kept.remove(moved));
        });
        madeBefore.forEach((sample, record) -> assertThat(
                        api.get(sample.path(record)).expect(200).json().path(sample.title()))
                .as("%s", sample)
                .isEqualTo(record.path(sample.title())));
    }

    /** The facets that only this release writes are complete again. */
    private static void migrate(Cloud cloud) {
        var credentials = StaticCredentialsProvider.create(Cloud.CREDENTIALS);
        try (var client = Clients.dynamoDb(cloud.settings(), credentials)) {
            var migration = new Migration(client, cloud.settings().table(), Catalogue.resources());
            System.out.println("Migrated: " + migration.run(step -> {}));
            assertThat(migration.run(step -> {}).rewritten()).isZero();
        }
    }

    private JsonNode made(Sample sample) {
        return Objects.requireNonNull(made.get(sample));
    }

    private Sample sample(String name) {
        return made.keySet().stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
