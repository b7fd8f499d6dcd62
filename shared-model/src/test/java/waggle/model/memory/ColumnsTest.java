package waggle.model.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.lists.StoredFacets;
import waggle.model.table.TableDesign;
import waggle.model.tags.Tag;
import waggle.model.write.BulkRecords;

/** The facets of a row are those that are stored beside the record, for every kind of record. */
class ColumnsTest {
    private static final long NOON = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();

    static Stream<Resource<?>> kinds() {
        return Catalogue.resources().stream().filter(ListMemory::isKept);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void row_ofASample_hasTheStoredFacets(Resource<?> resource) throws IOException {
        var facets = new HashMap<>(StoredFacets.of(resource, sample(resource)).m());
        facets.replaceAll((field, value) -> stored(value));
        var columns = new Columns(resource);
        columns.put(uuid(1), NOON, 1, Map.of(StoredFacets.UPDATED, AttributeValue.fromN("1")), field -> false);
        columns.put(uuid(2), NOON, 1, facets, field -> false);

        var row = new Row(columns).at(1);
        var stored = new StoredFacets(Map.of(TableDesign.FACETS, AttributeValue.fromM(facets)));

        assertThat(row.updated()).isEqualTo(stored.updated());
        for (var field : StoredFacets.fields(resource)) {
            assertThat(row.has(field)).as(field).isEqualTo(stored.has(field));
            assertThat(given(test -> row.anyFolded(field, test)))
                    .as(field)
                    .isEqualTo(given(test -> stored.anyFolded(field, test)));
        }
        for (var field :
                resource.listing().filters().stream().map(Filter::field).toList()) {
            assertThat(given(test -> row.anyValue(field, test)))
                    .as(field)
                    .isEqualTo(given(test -> stored.anyValue(field, test)));
        }
    }

    @Test
    void rows_addedAndRemovedInAnyOrder_areInTheOrderOfTheUuids() {
        var columns = new Columns(Tag.RESOURCE);
        var more = new Columns(Tag.RESOURCE);
        List.of(4, 2, 9, 3, 2).forEach(number -> put(columns, number));
        List.of(1, 5, 9, 7).forEach(number -> put(more, number));
        columns.remove(uuid(3));
        columns.remove(uuid(8));

        columns.addAll(more);

        assertThat(IntStream.range(0, columns.size()).mapToObj(columns::uuid))
                .containsExactly(uuid(1), uuid(2), uuid(4), uuid(5), uuid(7), uuid(9));
        var row = new Row(columns);
        assertThat(IntStream.range(0, columns.size())
                        .mapToObj(at -> given(test -> row.at(at).anyFolded("label", test))))
                .containsExactly(
                        List.of("tag 1"),
                        List.of("tag 2"),
                        List.of("tag 4"),
                        List.of("tag 5"),
                        List.of("tag 7"),
                        List.of("tag 9"));
    }

    private static void put(Columns columns, int number) {
        var facets =
                Map.of(StoredFacets.UPDATED, AttributeValue.fromN("1"), "label", AttributeValue.fromS("Tag " + number));
        columns.put(uuid(number), NOON, 1, facets, field -> false);
    }

    /** The values that a test is given. */
    private static List<String> given(Predicate<Predicate<String>> facets) {
        var values = new ArrayList<String>();
        assertThat(facets.test(value -> !values.add(value))).isFalse();
        return values;
    }

    /** DynamoDB returns 1.50 as 1.5. */
    private static AttributeValue stored(AttributeValue value) {
        return value.n() == null
                ? value
                : AttributeValue.fromN(
                        new BigDecimal(value.n()).stripTrailingZeros().toPlainString());
    }

    private static ObjectNode sample(Resource<?> resource) throws IOException {
        var file = Path.of("..", "events", "webhooks", resource.name() + ".created.json");
        return (ObjectNode)
                Json.mapper().readTree(file.toFile()).required("data").required("object");
    }

    private static UUID uuid(int number) {
        return BulkRecords.uuid(NOON, number);
    }
}
