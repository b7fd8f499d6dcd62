package waggle.acceptance.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.json.Json;
import waggle.model.memory.Bounds;
import waggle.model.memory.ListMemory;

/** Lists through the API by a function that keeps the facets of every collection, and by one that keeps none. */
final class MemoryListsTest {
    private static final int PARTNERS = 25;
    private static final List<String> TYPES = List.of("referral", "reseller", "distributor");
    private static final List<String> STATUSES = List.of("invited", "accepted", "declined");
    private static final List<String> WORDS = List.of("Café", "Groß", "Acme", "Ωmega", "o'Neil");

    private static final List<String> LISTS = List.of(
            "partners?sort=name",
            "partners?sort=-name,created_at",
            "partners?search=cafe",
            "partners?search=ωmega",
            "partners?status=accepted,declined",
            "partners?partner_type=reseller",
            "partners?country_code=DE",
            "partners?sort=-won_value",
            "partners?assigned=false",
            "stages?kind=deal",
            "deals?sort=-deal_value",
            "deals?min_value=500",
            "deals?phase=closed_won");

    /** Everything is kept, however small it is and however much changes. */
    private static final Bounds ALL = new Bounds(10_000_000, 1, 1_000_000);

    private final Random random = new Random(77);
    private final UUID uuid = UUID.randomUUID();

    @Test
    void lists_fromMemory_areThoseOfTheTable_afterWritesToo() {
        try (var client = MovedApi.client()) {
            var none = memory(client, Bounds.ofBytes(0));
            var all = memory(client, ALL);
            try (var table = new MovedApi(none);
                    var memory = new MovedApi(all)) {
                var oracle = table.company(uuid).at(Instant.now());
                var tested = memory.company(uuid).at(Instant.now());
                var stages = List.of(stage(oracle, "negotiation"), stage(oracle, "closed_won"));
                for (var number = 0; number < PARTNERS; number++) {
                    deal(oracle, partner(oracle, number), stages);
                }
                assertSame(tested, oracle);
                for (var number = 0; number < PARTNERS; number += 5) {
                    change(number % 2 == 0 ? oracle : tested, number, stages);
                }
                assertSame(tested, oracle);
            }
            assertThat(none.bytes()).isLessThan(all.bytes());
        }
    }

    private static void assertSame(MovedApi.Company tested, MovedApi.Company oracle) {
        for (var list : LISTS) {
            assertThat(tested.get(list)).as(list).isEqualTo(oracle.get(list));
        }
    }

    private String stage(MovedApi.Company api, String phase) {
        var stage = Json.mapper()
                .createObjectNode()
                .put("kind", "deal")
                .put("label", phase)
                .put("phase", phase);
        return uuid(api.post("stages", stage));
    }

    private String partner(MovedApi.Company api, int number) {
        var partner = Json.mapper()
                .createObjectNode()
                .put("name", any(WORDS) + " " + number)
                .put("partner_type", any(TYPES))
                .put("status", any(STATUSES))
                .put("country_code", any(List.of("DE", "FR")));
        return uuid(api.post("partners", partner));
    }

    private void change(MovedApi.Company api, int number, List<String> stages) {
        var partner = uuid(api.get("partners?pageSize=50").path("data").path(number));
        api.patch(
                "partners/" + partner,
                Json.mapper().createObjectNode().put("name", any(WORDS)).put("status", any(STATUSES)));
        deal(api, partner, stages);
    }

    private void deal(MovedApi.Company api, String partner, List<String> stages) {
        api.post(
                "deals",
                Json.mapper()
                        .createObjectNode()
                        .put("label", any(WORDS))
                        .put("partner_uuid", partner)
                        .put("deal_value", random.nextInt(1_000))
                        .put("stage_uuid", any(stages)));
    }

    private static String uuid(JsonNode record) {
        return record.required("uuid").asText();
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static ListMemory memory(DynamoDbClient client, Bounds bounds) {
        return new ListMemory(client, MovedApi.settings().table(), Clock.systemUTC(), bounds);
    }
}
