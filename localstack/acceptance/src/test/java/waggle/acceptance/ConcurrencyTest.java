package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest {
    private static final Map<String, List<String>> CHANGES = Map.of(
            "label", List.of("Silver", "Bronze", "Iron", "Wood"),
            "association", List.of("lead", "contact", "partner", "lead"),
            "background_color", List.of("#000001", "#000002", "#000003", "#000004"),
            "text_color", List.of("#000005", "#000006", "#000007", "#000008"),
            "partner_type", List.of("referral", "distributor", "reseller", "referral"));

    private final Api api = Target.api();
    private final String path =
            Tags.path(api.post("/tags", Tags.complete()).expect(201).json());

    @Test
    void patches_ofDifferentFieldsAtOnce_allSurvive() {
        var replies = atOnce(
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
        var replies = atOnce(20, i -> change("label", "Tag " + i));

        assertThat(versions(replies)).containsExactlyInAnyOrderElementsOf(versionsTo(21));
        var last = api.get(path).expect(200).json();
        assertThat(replies).contains(last);
        assertThat(last.path("version").asInt()).isEqualTo(21);
    }

    @Test
    void patches_onTheSameVersionAtOnce_letOneThrough() {
        var matching = api.with("If-Match", "\"1\"");

        var statuses = atOnce(
                8, i -> matching.patch(path, "{\"label\":\"Tag " + i + "\"}").status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(api.get(path).json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void deletes_atOnce_letOneThrough() {
        var statuses = atOnce(4, i -> api.delete(path).status());

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
    }

    @Test
    void creates_atOnce_areAllCounted() {
        var before = api.get("/tags").json().at("/meta/record-count").asInt();

        atOnce(20, i -> Tags.create(api, "Tag " + i));

        var list = api.get("/tags?pageSize=20").json();
        assertThat(list.at("/meta/record-count").asInt()).isEqualTo(before + 20);
        assertThat(list.path("data"))
                .extracting(tag -> tag.path("label").asText())
                .allMatch(label -> label.startsWith("Tag "));
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

    private static <T> List<T> atOnce(int count, IntFunction<T> task) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> task.apply(i), threads))
                    .toList();
            return started.stream().map(CompletableFuture::join).toList();
        }
    }
}
