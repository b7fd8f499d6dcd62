package waggle.model.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import waggle.model.ErrorCode;
import waggle.model.Limits;
import waggle.model.WaggleException;
import waggle.model.records.Snapshot;

/** Refuses records that are too large to store (docs/api.md, "Sizes"). */
final class RecordSize {
    private static final int KIB = 1024;

    private RecordSize() {}

    static void require(Snapshot<?> snapshot) {
        if (snapshot.size() > Limits.RECORD_BYTES) {
            var largest = fields("", snapshot.json()).max(Map.Entry.comparingByValue(Comparator.naturalOrder()));
            throw new WaggleException(
                    ErrorCode.RECORD_TOO_LARGE,
                    "The record would have %d KiB as JSON, at most %d KiB fit; the largest field is %s"
                            .formatted(
                                    Math.ceilDiv(snapshot.size(), KIB),
                                    Limits.RECORD_BYTES / KIB,
                                    largest.map(Map.Entry::getKey).orElseThrow()));
        }
    }

    /** The fields and the entries of maps, with their bytes. */
    private static Stream<Map.Entry<String, Integer>> fields(String prefix, JsonNode object) {
        return object.properties().stream()
                .flatMap(field -> field.getValue().isObject()
                        ? fields(prefix + field.getKey() + ".", field.getValue())
                        : Stream.of(Map.entry(prefix + field.getKey(), bytes(field.getValue()))));
    }

    private static int bytes(JsonNode value) {
        return value.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
