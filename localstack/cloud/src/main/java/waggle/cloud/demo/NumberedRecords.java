package waggle.cloud.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The records of a resource by their number, those of earlier runs included. The number is an external id of the record,
 * like {@code demo:17}.
 */
final class NumberedRecords {
    private static final String SYSTEM = "demo";
    private static final int PAGE = 50;

    /** A filtered list shows a write within a second (docs/api.md, "Lists"). */
    private static final Duration LAG = Duration.ofSeconds(1);

    private final DemoApi api;
    private final String path;
    private final Map<Integer, JsonNode> records = new ConcurrentHashMap<>();

    private NumberedRecords(DemoApi api, String path) {
        this.api = api;
        this.path = path;
    }

    /** Finds the records of earlier runs, with numbers from 1. */
    static NumberedRecords find(DemoApi api, String path, int count) throws InterruptedException {
        var found = new NumberedRecords(api, path);
        for (var first = 1; first <= count; first += PAGE) {
            found.find(Workers.numbers(first, Math.min(first + PAGE - 1, count)));
        }
        return found;
    }

    private void find(List<Integer> numbers) throws InterruptedException {
        var ids = numbers.stream().map(number -> SYSTEM + ":" + number).collect(Collectors.joining(","));
        var found = api.get(path + "?pageSize=" + PAGE + "&external_id=" + ids).path("data");
        found.forEach(
                record -> records.put(record.path("external_ids").path(SYSTEM).asInt(), record));
    }

    boolean has(int number) {
        return records.containsKey(number);
    }

    /** All records that exist, in no order. */
    Collection<JsonNode> all() {
        return records.values();
    }

    /** The numbers of all records that exist, by uuid. */
    Map<String, Integer> numbers() {
        return records.entrySet().stream()
                .collect(Collectors.toMap(
                        record -> record.getValue().path("uuid").asText(), Map.Entry::getKey));
    }

    /** The record as it was found or created. */
    JsonNode get(int number) {
        return Objects.requireNonNull(records.get(number), () -> path + " has no number " + number);
    }

    String uuid(int number) {
        return get(number).path("uuid").asText();
    }

    /** Creates a record if it does not exist. */
    void ensure(int number, Supplier<ObjectNode> body) throws InterruptedException {
        if (!has(number)) {
            create(number, path, body.get());
        }
    }

    /**
     * Creates a record, unless another run of the demo has done so.
     *
     * @param by the path of the request
     */
    void create(int number, String by, ObjectNode body) throws InterruptedException {
        body.putObject("external_ids").put(SYSTEM, Integer.toString(number));
        var reply = api.tryPost(by, body);
        if (DemoApi.isConflict(reply)) {
            Thread.sleep(LAG);
            find(List.of(number));
            if (!has(number)) {
                api.succeeded(reply);
            }
        } else {
            records.put(number, reply.body());
        }
    }
}
