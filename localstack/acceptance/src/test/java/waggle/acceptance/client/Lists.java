package waggle.acceptance.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import waggle.model.Patience;

/** Reads lists and compares their records. */
public final class Lists {
    private Lists() {}

    /** The record count of an unfiltered list. */
    public static int count(Api api, String path) {
        return count(api.get(path).expect(200).json());
    }

    public static int count(JsonNode list) {
        return list.at("/meta/record-count").intValue();
    }

    public static List<JsonNode> data(JsonNode list) {
        return list.path("data").valueStream().toList();
    }

    /** The values of one field on a page. */
    public static List<String> texts(JsonNode list, String field) {
        return texts(data(list), field);
    }

    public static List<String> texts(List<JsonNode> entities, String field) {
        return entities.stream().map(entity -> entity.path(field).asText()).toList();
    }

    public static List<String> labels(JsonNode list) {
        return texts(list, "label");
    }

    /** Waits until a filtered or sorted list has exactly these labels in this order, and counts them. */
    public static void expectLabels(Api api, String list, String... labels) {
        expectTexts(api, list, "label", labels);
    }

    /** Does the same for another field. */
    public static void expectTexts(Api api, String list, String field, String... texts) {
        var page = await(api, list, answer -> texts(answer, field).equals(List.of(texts)));
        assertThat(texts(page, field)).as(list).containsExactly(texts);
        assertThat(count(page)).as("record-count of %s", list).isEqualTo(texts.length);
    }

    /** Waits until a filtered or sorted list has this count. */
    public static void awaitCount(Api api, String list, int count) {
        var page = await(api, list, answer -> count(answer) == count);
        assertThat(count(page)).as("record-count of %s", list).isEqualTo(count);
    }

    /** A filtered or sorted list lags behind the writes ({@code docs/api.md}, "Lists"). */
    private static JsonNode await(Api api, String list, Predicate<JsonNode> expected) {
        return Patience.until(() -> api.get(list).expect(200).json(), expected);
    }
}
