package waggle.acceptance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.Packaged;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Sample;
import waggle.acceptance.samples.SamplePayloads;
import waggle.acceptance.samples.Samples;
import waggle.model.keys.Scopes.Scope;

/**
 * The webhook payloads in {@code events/webhooks} equal the events of the same writes: a record is created as in
 * {@code created}, changed as in {@code updated}, and deleted.
 */
final class SamplePayloadsTest {
    private static final List<String> STORY = List.of("created", "updated", "deleted");

    /** Further events of a changed record. */
    private static final Map<String, List<String>> ALSO = Map.of(
            "partner", List.of("accepted", "stage_changed"),
            "lead", List.of("status_changed"),
            "deal", List.of("stage_changed", "won"),
            "payment", List.of("cancelled"));

    /** {@link WebhooksTest} compares these with the sent payloads. */
    private static final List<String> OF_ENDPOINTS = List.of("ping.json", "webhook_endpoint.disabled.json");

    /** What happens to connections to CRMs. */
    private static final List<String> OF_CRMS =
            List.of("crm_connection.status_changed.json", "crm_conflict.created.json", "crm_link.parked.json");

    private static final String NOTIFIED = "notification.created.json";

    static Stream<Sample> resources() {
        return Samples.all();
    }

    @Packaged
    @ParameterizedTest
    @MethodSource("resources")
    void payloads_ofEachResource_areWhatItsEventsSay(Sample resource) {
        var tenant = Target.tenant();
        var created = resource.create(tenant.api(), written(resource, sample(resource, "created")));
        var path = resource.path(created);
        var change = Related.in(tenant.api(), change(resource, sample(resource, "updated")));
        tenant.api().patch(path, change).expect(200);
        tenant.api().delete(path).expect(204);

        var events = events(tenant.api(Scope.ADMIN), created.path("uuid").asText());

        var payloads = new ArrayList<String>();
        for (var what : whatHappens(resource)) {
            payloads.add(SamplePayloads.anonymous(sample(resource, what)));
        }
        assertThat(events.stream().map(event -> SamplePayloads.anonymous(payload(event))))
                .containsExactlyInAnyOrderElementsOf(payloads);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void payloads_ofEachResource_tellOneStory(Sample resource) {
        var created = sample(resource, "created");
        var updated = sample(resource, "updated");
        var deleted = sample(resource, "deleted");

        assertThat(created.path("timestamp")).isEqualTo(created.at("/data/object/created_at"));
        assertThat(updated.path("timestamp")).isEqualTo(updated.at("/data/object/updated_at"));
        assertThat(updated.at("/data/object/uuid")).isEqualTo(created.at("/data/object/uuid"));
        assertThat(updated.at("/data/object/created_at")).isEqualTo(created.at("/data/object/created_at"));
        assertThat(deleted.at("/data/object")).isEqualTo(updated.at("/data/object"));
        for (var what : ALSO.getOrDefault(resource.name(), List.of())) {
            assertThat(sample(resource, what)).isEqualTo(retyped(updated, resource.name() + "." + what));
        }
        assertThat(deleted.path("timestamp").asText())
                .isGreaterThan(updated.path("timestamp").asText());
    }

    @Test
    void payloads_areOneForEachTypeOfEvent() throws IOException {
        var ofSales = Stream.concat(
                        SalePayloadsTest.TYPES.stream(),
                        Stream.of(SalePayloadsTest.EXPIRED, SalePayloadsTest.EXPIRING, SalePayloadsTest.DUE))
                .map(type -> type + ".json");
        var types = Stream.concat(
                Stream.of(OF_ENDPOINTS.stream(), Stream.of(NOTIFIED), OF_CRMS.stream(), ofSales)
                        .flatMap(names -> names),
                resources().flatMap(resource -> whatHappens(resource).stream()
                        .map(what -> resource.name() + "." + what + ".json")));

        try (var files = Files.list(SamplePayloads.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(types.toList());
        }
    }

    private static List<String> whatHappens(Sample resource) {
        return Stream.concat(STORY.stream(), ALSO.getOrDefault(resource.name(), List.of()).stream())
                .toList();
    }

    private static JsonNode retyped(JsonNode payload, String type) {
        return ((ObjectNode) payload.deepCopy()).put("type", type);
    }

    /** The body that creates the sample's record, with references to records of the client's company. */
    private static ObjectNode written(Sample resource, JsonNode sample) {
        var written = ((ObjectNode) sample.at("/data/object").deepCopy()).remove(resource.bookkeeping());
        resource.complete().properties().forEach(field -> {
            if (field.getKey().matches(".*_uuids?|entries") && refers(written.path(field.getKey()))) {
                written.set(field.getKey(), field.getValue());
            }
        });
        if (sample.at("/data/object/stage_phase").asText().equals("discovery")) {
            // The deal begins in the first stage.
            written.remove("stage_uuid");
        }
        return written;
    }

    private static boolean refers(JsonNode value) {
        return value.isTextual() || !value.isEmpty();
    }

    /** The body that changes it. */
    private static ObjectNode change(Sample resource, JsonNode sample) {
        var previous = sample.at("/data/previous");
        return written(resource, sample)
                .retain(previous.properties().stream().map(Map.Entry::getKey).toList());
    }

    /** The delivered part of an event ({@code docs/api.md}, "Deliveries"). */
    private static JsonNode payload(ObjectNode event) {
        return event.retain("type", "timestamp", "data");
    }

    /** The events of a record. */
    private static List<ObjectNode> events(Api admin, String uuid) {
        var events = admin.get("/events?pageSize=50").expect(200).json().path("data");
        return events.valueStream()
                .map(ObjectNode.class::cast)
                .filter(event -> event.at("/data/object/uuid").asText().equals(uuid))
                .toList();
    }

    private static JsonNode sample(Sample resource, String what) {
        return SamplePayloads.of(resource.name() + "." + what);
    }
}
