package waggle.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.json.Json;
import waggle.model.status.Beat;
import waggle.model.status.Component;
import waggle.model.status.Condition;
import waggle.model.status.Day;
import waggle.model.status.Incident;
import waggle.model.status.Minutes;

/** The status page with a clock and a table that the test moves. It is 14:00:10. */
class StatusTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private final FakeStatus source = new FakeStatus();
    private final SiteFunction function = new SiteFunction(source, () -> source.now, "eu-west-1", null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | application/json",
                "*/* | application/json",
                "application/json | application/json",
                "text/html;q=0.5, application/json;q=0.6 | application/json",
                "text/html;q=no | application/json",
                "image/png | application/json",
                "TEXT/HTML | text/html; charset=utf-8",
                "text/*, application/json;q=0.9 | text/html; charset=utf-8",
                BROWSER + " | text/html; charset=utf-8"
            })
    void status_isAPage_toThoseWhoPreferOne(String accept, String type) throws IOException {
        var reply = get("/status", accept, "{}");

        assertThat(reply.path("statusCode").asInt()).isEqualTo(200);
        assertThat(reply.at("/headers/Content-Type").asText()).isEqualTo(type);
        assertThat(reply.at("/headers/Vary").asText()).isEqualTo("Accept");
        assertThat(reply.at("/headers/Cache-Control").asText()).isEqualTo("no-store");
    }

    @Test
    void status_beforeTheFirstHeartbeat_isOk_withoutData() throws IOException {
        var body = body(get("/status", "", "{}"));

        assertThat(body.path("status").asText()).isEqualTo("ok");
        assertThat(body.path("version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
        assertThat(body.path("checked_at").asText()).isEqualTo("2026-11-26T14:00:10.000Z");
        assertThat(body.path("components")).hasSize(4);
        assertThat(body.at("/components/1")).hasToString("""
                {"name":"webhooks","status":"ok","since":null,"message":null,\
                "uptime":{"24h":null,"7d":null,"90d":null}}""");
        assertThat(html()).contains("<h1>All systems work</h1>", "no data").doesNotContain("100.00 %");
    }

    @Test
    void status_withAnOpenIncident_isDegraded_andTellsIt() throws IOException {
        breakWebhooks();

        var reply = get("/status", "", "{}");
        var body = body(reply);

        assertThat(reply.path("statusCode").asInt()).isEqualTo(200);
        assertThat(body.path("status").asText()).isEqualTo("degraded");
        assertThat(body.at("/components/1")).hasToString("""
                {"name":"webhooks","status":"degraded","since":"2026-11-26T13:02:10.000Z",\
                "message":"The oldest due delivery waits 14 minutes","uptime":{"24h":97.50,"7d":97.50,"90d":97.50}}""");
        assertThat(body.at("/components/0/uptime/24h").decimalValue()).hasToString("100.00");
        assertThat(body.at("/incidents/0/title").asText()).isEqualTo("Webhooks are delayed");
        assertThat(body.at("/incidents/0/ended_at").isNull()).isTrue();
        assertThat(html())
                .contains("<h1>Webhooks are delayed since 13:02</h1>")
                .contains("&lt;b&gt;We&lt;/b&gt; look into it", "eu-west-1")
                .doesNotContain("<script", "style=", "onload", "<b>We");
    }

    @Test
    void status_withoutHeartbeatForMinutes_isDegraded_andNotMeasured() throws IOException {
        breakWebhooks();
        source.now = source.now.plus(Duration.ofMinutes(30));

        var body = body(get("/status", "", "{}"));

        assertThat(body.at("/components/0/status").asText()).isEqualTo("ok");
        assertThat(body.at("/components/2/message").asText()).isEqualTo("It is not measured");
        assertThat(body.at("/components/2/since").asText()).isEqualTo("2026-11-26T13:59:10.000Z");
        assertThat(html()).contains("Live updates: not measured since 13:59", "30 minutes not measured");
    }

    @Test
    void status_ofATableThatIsAway_isUnavailable_andTellsWhatItKnows() throws IOException {
        breakWebhooks();
        assertThat(get("/status", "", "{}").path("statusCode").asInt()).isEqualTo(200);
        source.isReachable = false;
        source.now = source.now.plusSeconds(6);

        var reply = get("/status", "", "{}");
        var body = (ObjectNode) body(reply);

        assertThat(reply.path("statusCode").asInt()).isEqualTo(503);
        assertThat(reply.at("/headers/X-Request-Id").asText()).isEqualTo("1");
        assertThat(reply.at("/headers/Retry-After").asText()).isEqualTo("1");
        assertThat(body.at("/components/0/status").asText()).isEqualTo("unavailable");
        assertThat(body.at("/components/1/status").asText()).isEqualTo("degraded");
        assertThat(body.at("/incidents/0/component").asText()).isEqualTo("webhooks");
        assertThat(body.without(List.of("version", "checked_at", "components", "incidents"))
                        .toString())
                .isEqualTo("""
                {"status":"unavailable","unavailable":["table"],"error":"The table cannot be reached",\
                "code":"service_unavailable","request_id":"1"}""");
        var page = get("/status", BROWSER, "{}");
        assertThat(page.path("statusCode").asInt()).isEqualTo(503);
        assertThat(page.path("body").asText()).contains("<h1>The API is unavailable</h1>", "Webhooks are delayed");
        assertThat(get("/status/history", "", "{}").path("statusCode").asInt()).isEqualTo(200);
    }

    @Test
    void history_ofATableThatWasNeverThere_isUnavailable() throws IOException {
        source.isReachable = false;

        assertThat(get("/status/history", "", "{}").path("statusCode").asInt()).isEqualTo(503);
        assertThat(get("/status", BROWSER, "{}").path("body").asText()).contains("The history cannot be read now.");
    }

    /** Anyone may call it at any rate, and each read of the table costs money. */
    @Test
    void status_calledOften_readsTheTableOnceInFiveSeconds_andTheHistoryOnceAMinute() throws IOException {
        for (var i = 0; i < 10; i++) {
            get("/status", "", "{}");
        }
        assertThat(source.beats).isEqualTo(1);
        for (var i = 0; i < 9; i++) {
            source.now = source.now.plusSeconds(6);
            get("/status", "", "{}");
        }
        assertThat(source.beats).isEqualTo(10);
        assertThat(source.histories).isEqualTo(1);

        breakWebhooks();
        source.now = source.now.plusSeconds(6);
        assertThat(body(get("/status", "", "{}")).path("incidents")).hasSize(1);
        assertThat(source.histories).isEqualTo(2);
    }

    @Test
    void history_tellsEachDay_theOldestFirst() throws IOException {
        breakWebhooks();

        var body = body(get("/status/history", "", "{\"days\":[\"2\"]}"));

        assertThat(body.at("/components/1/name").asText()).isEqualTo("webhooks");
        assertThat(body.at("/components/1/days")).hasToString("""
                [{"date":"2026-11-25","expected":0,"measured":0,"failed":0,"uptime":null},\
                {"date":"2026-11-26","expected":120,"measured":120,"failed":3,"uptime":97.50}]""");
        assertThat(body.path("incidents")).hasSize(1);
        assertThat(body(get("/status/history", "", "{}")).at("/components/0/days"))
                .hasSize(90);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"days\":[\"0\"]}",
                "{\"days\":[\"91\"]}",
                "{\"days\":[\"1e1\"]}",
                "{\"days\":[\"99999999999\"]}",
                "{\"days\":[\"\"]}",
                "{\"days\":[\"7\",\"8\"]}",
                "{\"day\":[\"7\"]}"
            })
    void history_ofAnotherNumberOfDays_isInvalid(String query) throws IOException {
        var reply = get("/status/history", "", query);

        assertThat(reply.path("statusCode").asInt()).isEqualTo(400);
        assertThat(body(reply).at("/code").asText()).isEqualTo("invalid_request");
        assertThat(body(reply).at("/details/0/message").asText()).contains("days");
    }

    /** Since 12:00, with three failed minutes of webhooks in the hour after 13:00. */
    private void breakWebhooks() {
        var since = Instant.parse("2026-11-26T13:02:10Z");
        var at = Instant.parse("2026-11-26T13:59:10Z");
        var date = at.toString().substring(0, 10);
        var midnight = Instant.parse(date + "T00:00:00Z").getEpochSecond() / 60;
        source.beat = new Beat(
                midnight + 720,
                midnight + 839,
                at,
                Map.of(
                        Component.WEBHOOKS,
                        new Condition(true, 2, since, "The oldest due delivery waits 14 minutes", since)));
        source.days = List.of(
                new Day(LocalDate.parse(date), minutes(720, 840), Map.of(Component.WEBHOOKS, minutes(782, 785))));
        source.incidents = List.of(new Incident(
                new UUID(0, 1),
                Component.WEBHOOKS,
                since,
                null,
                Component.WEBHOOKS.title(),
                List.of(new Incident.Update(since, "<b>We</b> look into it"))));
    }

    private static Minutes minutes(int from, int to) {
        var bits = new BitSet();
        bits.set(from, to);
        return Minutes.of(bits.toByteArray());
    }

    private String html() throws IOException {
        return get("/status", BROWSER, "{}").path("body").asText();
    }

    private static JsonNode body(JsonNode reply) throws IOException {
        return Json.mapper().readTree(reply.path("body").asText());
    }

    @SuppressWarnings("NullAway") // our handlers do not use Lambda's context
    private JsonNode get(String path, String accept, String query) throws IOException {
        var event = """
                {"path":"%s","httpMethod":"GET","multiValueHeaders":{"accept":["%s"]},\
                "multiValueQueryStringParameters":%s,"requestContext":{"requestId":"1"}}""".formatted(path, accept, query);
        var out = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
        return Json.mapper().readTree(out.toByteArray());
    }
}
