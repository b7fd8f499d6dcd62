package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.AtOnce;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

@Isolated("Its concurrent writes need the processor: they are refused if they wait for ten seconds.")
@SharedCompany
final class ConcurrencyTest {
    private static final Map<String, List<String>> CHANGES = Map.of(
            "label", List.of(Tags.label(), Tags.label(), Tags.label(), Tags.label()),
            "association", List.of("lead", "contact", "partner", "lead"),
            "background_color", List.of("#000001", "#000002", "#000003", "#000004"),
            "text_color", List.of("#000005", "#000006", "#000007", "#000008"),
            "partner_type", List.of("referral", "distributor", "reseller", "referral"));

    private final Api api = Target.api();
    private final String path =
            Tags.path(api.post("/tags", Tags.complete()).expect(201).json());

    @Test
    void patches_ofDifferentFieldsAtOnce_allSurvive() {
        var replies = AtOnce.times(
                        CHANGES.size(),
                        i -> changeInTurn(List.copyOf(CHANGES.entrySet()).get(i)))
                .stream()
                .flatMap(List::stream)
                .toList();

        var last = api.get(path).expect(200).json();
        CHANGES.forEach((field, values) ->
                assertThat(last.path(field).asText()).as(field).isEqualTo(values.getLast()));
        assertThat(versions(replies)).containsExactlyInAnyOrderElementsOf(versionsTo(21));
        assertThat(last.path("version").asInt()).isEqualTo(21);
    }

    @Test
    void patches_ofOneFieldAtOnce_areDoneOneAfterAnother() {
        var replies = AtOnce.times(20, i -> change("label", Tags.label()));

        assertThat(versions(replies)).containsExactlyInAnyOrderElementsOf(versionsTo(21));
        var last = api.get(path).expect(200).json();
        assertThat(replies).contains(last);
        assertThat(last.path("version").asInt()).isEqualTo(21);
    }

    @Test
    void patches_onTheSameVersionAtOnce_letOneThrough() {
        var matching = api.with("If-Match", "\"1\"");

        var statuses = AtOnce.times(8, i -> matching.patch(path, Tags.empty().put("label", Tags.label()))
                .status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(api.get(path).json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void deletes_atOnce_letOneThrough() {
        var statuses = AtOnce.times(4, i -> api.delete(path).status());

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
    }

    @Test
    void creates_atOnce_areAllCounted() {
        var before = api.get("/tags").json().at("/meta/record-count").asInt();

        var created = AtOnce.times(20, i -> Tags.create(api));

        var list = api.get("/tags?pageSize=20").json();
        assertThat(list.at("/meta/record-count").asInt()).isEqualTo(before + 20);
        assertThat(list.path("data")).containsExactlyInAnyOrderElementsOf(created);
    }

    private List<JsonNode> changeInTurn(Map.Entry<String, List<String>> field) {
        return field.getValue().stream()
                .map(value -> change(field.getKey(), value))
                .toList();
    }

    private JsonNode change(String field, String value) {
        return api.patch(path, Tags.empty().put(field, value)).expect(200).json();
    }

    private static List<Long> versions(List<JsonNode> tags) {
        return tags.stream().map(tag -> tag.path("version").asLong()).toList();
    }

    private static List<Long> versionsTo(long last) {
        return LongStream.rangeClosed(2, last).boxed().toList();
    }
}
