package waggle.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class JsonLoggerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines = new ArrayList<>();
    private final JsonLogger logger = logger("waggle.http.ApiFunction");

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void slf4j_onThisClassPath_usesTheProvider() {
        assertThat(LoggerFactory.getLogger("waggle.x")).isInstanceOf(JsonLogger.class);
    }

    @Test
    void line_hasTimeLevelLoggerMessageAndContext() {
        MDC.put("request_id", "r-1");
        MDC.put("company", "c-1");
        MDC.put("AWSFunctionArn", "arn:aws:lambda:eu-central-1:123456789012:function:waggle");

        logger.warn("{} of {} failed", 2, "3");

        var line = line();
        assertThat(Instant.parse(line.path("timestamp").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("logger").asText()).isEqualTo("waggle.http.ApiFunction");
        assertThat(line.path("message").asText()).isEqualTo("2 of 3 failed");
        assertThat(line.path("request_id").asText()).isEqualTo("r-1");
        assertThat(line.path("company").asText()).isEqualTo("c-1");
        assertThat(line.has("AWSFunctionArn")).isFalse();
        assertThat(line.has("stack_trace")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\nb\u2028c\u0085d",
                "\"}{\"level\":\"FATAL\"}",
                "\\n",
                "\0\u001B[31mred",
                "{} {}",
                "🐝",
                ""
            })
    void message_ofAnyText_isOneLineThatGivesItBack(String text) {
        logger.error(text);
        logger.error("{}", text);

        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line).endsWith("\n").containsOnlyOnce("\n").doesNotContain("\r"));
        assertThat(lines)
                .extracting(line -> parse(line).path("message").asText())
                .containsExactly(text, text);
    }

    @Test
    void loneSurrogate_inAMessage_leavesTheLineValid() {
        logger.error("a\ud800b");

        assertThat(line().path("message").asText()).startsWith("a").endsWith("b");
    }

    @Test
    void failure_isWrittenWithItsWholeStackTrace() {
        logger.error("failed", new IllegalStateException("two\nlines", new IllegalArgumentException("cause")));

        var line = line();
        assertThat(line.path("error").asText()).isEqualTo("java.lang.IllegalStateException: two\nlines");
        assertThat(line.path("stack_trace").asText())
                .contains("at waggle.logs.JsonLoggerTest", "Caused by: java.lang.IllegalArgumentException: cause");
    }

    @Test
    void longTexts_areCut_soThatALineFitsOneLogEvent() {
        logger.error("x".repeat(1_000_000), deep(500));

        assertThat(lines.getFirst().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256 * 1024);
        assertThat(line().path("message").asText()).hasSizeGreaterThan(10_000).endsWith("…");
    }

    @Test
    void keyValuePairs_areFieldsOfTheirType() {
        logger.atInfo()
                .addKeyValue("route", "/v1/tags/{uuid}")
                .addKeyValue("status", 200)
                .addKeyValue("units", 0.5)
                .addKeyValue("bytes", 1L << 40)
                .addKeyValue("_aws", Map.of("Dimensions", List.of(List.of("route"))))
                .addKeyValue("time", Duration.ofSeconds(1))
                .addKeyValue("level", "overwritten")
                .log("done");

        var line = line();
        assertThat(line.path("route").textValue()).isEqualTo("/v1/tags/{uuid}");
        assertThat(line.path("status").intValue()).isEqualTo(200);
        assertThat(line.path("units").doubleValue()).isEqualTo(0.5);
        assertThat(line.path("bytes").longValue()).isEqualTo(1L << 40);
        assertThat(line.at("/_aws/Dimensions/0/0").textValue()).isEqualTo("route");
        assertThat(line.path("time").textValue()).isEqualTo("PT1S");
        assertThat(line.path("level").textValue()).isEqualTo("INFO");
    }

    @Test
    void levels_areInfoForOwnClassesAndWarnForLibraries() {
        var library = logger("io.micronaut.http");

        logger.debug("own");
        library.info("library");
        assertThat(lines).isEmpty();

        logger.info("own");
        library.warn("library");
        assertThat(lines).hasSize(2);
        assertThat(library.isInfoEnabled()).isFalse();
    }

    private static Exception deep(int causes) {
        var failure = new Exception("x".repeat(100));
        for (var i = 0; i < causes; i++) {
            failure = new Exception("x".repeat(100), failure);
        }
        return failure;
    }

    private JsonLogger logger(String name) {
        return new JsonLogger(name, bytes -> lines.add(new String(bytes, StandardCharsets.UTF_8)));
    }

    private JsonNode line() {
        assertThat(lines).hasSize(1);
        return parse(lines.getFirst());
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
