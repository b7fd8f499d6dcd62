package waggle.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.cloud.BaseUrl;
import waggle.cloud.CommandFailure;
import waggle.cloud.demo.DemoCompany;
import waggle.cloud.demo.DemoCompany.Filled;
import waggle.cloud.demo.DemoSize;
import waggle.cloud.demo.Surroundings;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** A small demo, with the code of {@code ./waggle demo}. */
final class DemoTest {
    private static final DemoSize SIZE = new DemoSize(1);
    private static final int RATE = 1_000_000;

    /** Nothing listens there: the test looks at what is written only. */
    private static final Surroundings SURROUNDINGS =
            new Surroundings(Map.of("Finance", URI.create("http://localhost:9/")), Map.of());

    /** A demo gives its key to a person, once. */
    private static final Map<UUID, KeySecret> KEYS = new ConcurrentHashMap<>();

    /** Fewer requests than a demo of this size takes. */
    private static final int REQUESTS = 100;

    private static final Map<String, String> FIELDS = fields(
            "/partners",
            "name partner_type status stage contact_count user_count note_count lead_count deal_count won_value",
            "/contacts",
            "email first_name partner tags",
            "/leads",
            "company_name status estimated_value currency_code registration partner_name tags note_count deal_count",
            "/deals",
            "label deal_value currency_code stage stage_phase partner_name tags note_count",
            "/users",
            "email role",
            "/stages",
            "label kind phase series",
            "/custom-fields",
            "key entity type",
            "/tiers",
            "label background_color",
            "/commission-rules",
            "label partner_type hold_days",
            "/payments",
            "status payment_value currency_code category occurrence");

    private static Map<String, String> fields(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .boxed()
                .collect(Collectors.toMap(pair -> pairs[2 * pair], pair -> pairs[2 * pair + 1]));
    }

    static List<Long> seeds() {
        var seed = Long.getLong("waggle.seed");
        return List.of(seed == null ? new Random().nextLong() : seed);
    }

    /** One run loses a reply, and is stopped anywhere. The other is stopped when the stages exist in no order. */
    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("seeds")
    void demo_ofOneSeed_isTheSameInTwoCompanies_whereverARunStops(long seed) throws Exception {
        var random = new Random(seed);
        var stopped = Target.tenant();
        var other = Target.tenant();
        var last = 1 + random.nextInt(REQUESTS);
        stop(StoppingProxy.open(BaseUrl.get(), 1 + random.nextInt(last), last), stopped);
        stop(StoppingProxy.before(BaseUrl.get(), "/v1/stages/order"), other);

        fill(stopped, 1);
        var rest = fill(other, 1);

        assertThat(rest.writes()).isGreaterThan(SIZE.leads() + SIZE.deals());
        var expected = story(other);
        story(stopped).forEach((list, records) -> assertThat(records).as(list).isEqualTo(expected.get(list)));
        assertSizes(other);
        assertThat(expected.get("/payments"))
                .anyMatch(is("completed"))
                .anyMatch(is("approved"))
                .anyMatch(is("pending"));
        assertThat(Lists.count(stopped.api(Scope.ADMIN), "/webhook-endpoints")).isEqualTo(1);
        var events = events(stopped);
        assertThat(fill(stopped, 1).writes()).isZero();
        assertThat(events(stopped)).isEqualTo(events);
        assertThatThrownBy(() -> fill(stopped, 2)).hasMessageContaining("a demo of another seed");
    }

    private static Predicate<String> is(String status) {
        return payment -> payment.startsWith("status=" + status);
    }

    private static void stop(StoppingProxy proxy, Tenant tenant) {
        try (proxy) {
            assertThatThrownBy(() -> fill(proxy.baseUrl(), tenant, 1))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageEndingWith("403");
        }
    }

    private static void assertSizes(Tenant tenant) {
        assertThat(Lists.count(tenant.api(), "/partners")).isEqualTo(SIZE.partners());
        assertThat(Lists.count(tenant.api(), "/contacts")).isEqualTo(SIZE.contacts());
        assertThat(Lists.count(tenant.api(), "/leads")).isEqualTo(SIZE.leads());
        assertThat(Lists.count(tenant.api(), "/deals")).isEqualTo(SIZE.deals());
    }

    private static Filled fill(Tenant tenant, long seed) throws InterruptedException {
        return fill(BaseUrl.get(), tenant, seed);
    }

    private static Filled fill(URI baseUrl, Tenant tenant, long seed) throws InterruptedException {
        return new DemoCompany(baseUrl, admin(tenant), RATE, seed, SIZE, SURROUNDINGS, line -> {}).fill();
    }

    private static KeySecret admin(Tenant tenant) {
        return KEYS.computeIfAbsent(tenant.company(), company -> tenant.cloud()
                .issue(company, KeySecret.Mode.TEST, Scopes.of(Scope.ADMIN)));
    }

    private static int events(Tenant tenant) {
        return Lists.count(tenant.api(Scope.ADMIN), "/events");
    }

    /** What a reader sees of a company, without uuids and times. */
    private static Map<String, List<String>> story(Tenant tenant) {
        return FIELDS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, fields -> records(tenant.api(), fields.getKey()).stream()
                        .map(record -> words(record, fields.getValue()))
                        .sorted()
                        .toList()));
    }

    private static List<JsonNode> records(Api api, String path) {
        var records = new ArrayList<JsonNode>();
        var pages = Math.ceilDiv(Lists.count(api, path), 50);
        IntStream.rangeClosed(1, pages)
                .forEach(page -> records.addAll(Lists.data(api.get(path + "?pageSize=50&page=" + page + expansion(path))
                        .json())));
        return records;
    }

    private static String expansion(String path) {
        return switch (path) {
            case "/partners", "/deals" -> "&expand=stage,tags";
            case "/contacts" -> "&expand=partner,tags";
            case "/leads" -> "&expand=tags";
            default -> "";
        };
    }

    private static String words(JsonNode record, String fields) {
        return Arrays.stream(fields.split(" "))
                .map(field -> field + "=" + word(record.path(field)))
                .collect(Collectors.joining(" "));
    }

    /** An expanded record by its name, a registration by its status. */
    private static String word(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(DemoTest::word).sorted().toList().toString();
        }
        return value.isObject()
                ? value.path("label").asText()
                        + value.path("name").asText()
                        + value.path("status").asText()
                : value.asText();
    }
}
