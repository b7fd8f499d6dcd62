package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.aws.Clients;
import waggle.model.table.ItemKey;

/**
 * The webhook payloads in {@code events/webhooks}, held against the events that the same story makes: a record is written
 * as in {@code created}, changed as in {@code updated}, and deleted.
 */
final class SamplePayloadsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STORY = List.of("created", "updated", "deleted");
    private static final String UUID_7 = "\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"";
    private static final String TIME = "\"\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z\"";

    static Stream<Sample> resources() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void payloads_ofEachResource_areWhatItsEventsSay(Sample resource) throws IOException {
        var tenant = Target.tenant();
        var created = resource.create(tenant.api(), written(sample(resource, "created")));
        var path = resource.path(created);
        tenant.api().patch(path, change(sample(resource, "updated"))).expect(200);
        tenant.api().delete(path).expect(204);

        var events = events(tenant.company(), created.path("uuid").asText());

        assertThat(events).hasSameSizeAs(STORY);
        for (var i = 0; i < STORY.size(); i++) {
            assertThat(anonymous(sample(resource, STORY.get(i)))).isEqualTo(anonymous(payload(events.get(i))));
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void payloads_ofEachResource_tellOneStory(Sample resource) throws IOException {
        var created = sample(resource, "created");
        var updated = sample(resource, "updated");
        var deleted = sample(resource, "deleted");

        assertThat(created.path("timestamp")).isEqualTo(created.at("/data/object/created_at"));
        assertThat(updated.path("timestamp")).isEqualTo(updated.at("/data/object/updated_at"));
        assertThat(updated.at("/data/object/uuid")).isEqualTo(created.at("/data/object/uuid"));
        assertThat(updated.at("/data/object/created_at")).isEqualTo(created.at("/data/object/created_at"));
        assertThat(deleted.at("/data/object")).isEqualTo(updated.at("/data/object"));
        assertThat(deleted.path("timestamp").asText())
                .isGreaterThan(updated.path("timestamp").asText());
    }

    @Test
    void payloads_areOneForEachTypeOfEvent() throws IOException {
        var types = resources().flatMap(resource -> STORY.stream().map(what -> resource.name() + "." + what + ".json"));

        try (var files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(types.toList());
        }
    }

    /** What a client wrote to make the sample's record. */
    private static ObjectNode written(JsonNode sample) {
        return ((ObjectNode) sample.at("/data/object").deepCopy()).remove(Sample.BOOKKEEPING);
    }

    /** What a client wrote to change it. */
    private static ObjectNode change(JsonNode sample) {
        var previous = sample.at("/data/previous");
        return written(sample)
                .retain(previous.properties().stream().map(Map.Entry::getKey).toList());
    }

    /** What is delivered of an event (contract §6). */
    private static JsonNode payload(ObjectNode event) {
        return event.retain("type", "timestamp", "data");
    }

    private static String anonymous(JsonNode payload) {
        return payload.toString().replaceAll(UUID_7, "\"uuid\"").replaceAll(TIME, "\"time\"");
    }

    /** What happened to a record, as it lies in the company's outbox. */
    private static List<ObjectNode> events(UUID company, String uuid) {
        var outbox = AttributeValue.fromS(ItemKey.event(company, company).pk());
        var settings = LocalCloud.cloud().settings();
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        try (var dynamoDb = Clients.dynamoDb(settings, credentials)) {
            return dynamoDb
                    .query(query -> query.tableName(settings.table())
                            .keyConditionExpression("pk = :outbox")
                            .expressionAttributeValues(Map.of(":outbox", outbox)))
                    .items()
                    .stream()
                    .map(item -> parse(Objects.requireNonNull(item.get("event")).s()))
                    .filter(event -> event.at("/data/object/uuid").asText().equals(uuid))
                    .toList();
        }
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static JsonNode sample(Sample resource, String what) throws IOException {
        return JSON.readTree(
                folder().resolve(resource.name() + "." + what + ".json").toFile());
    }

    private static Path folder() {
        return LocalCloud.checkout().resolve("events/webhooks");
    }
}
