package waggle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.json.Json;
import waggle.model.store.Precondition;

class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"*", " * "})
    void ifMatch_any_demandsNothing(String header) {
        assertThat(EntityTags.ifMatch(event("PATCH", "If-Match", header))).isEqualTo(Precondition.NONE);
    }

    @Test
    void ifMatch_absent_demandsNothing() {
        assertThat(EntityTags.ifMatch(event("PATCH", "Accept", "*/*"))).isEqualTo(Precondition.NONE);
    }

    @Test
    void ifMatch_list_demandsOneOfItsVersions() {
        var precondition = EntityTags.ifMatch(event("PATCH", "if-match", "\"1\", W/\"2\",\"x\" , \"30\""));

        assertThat(precondition.versions()).isEqualTo(Set.of(1L, 30L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"1\"",
                "1",
                "",
                "\"\"",
                "\"01\"",
                "\"99999999999999999999\"",
                "\"-1\"",
                "garbage \"1\"",
                "\"1\" \"2\"",
                "\"1"
            })
    void ifMatch_noVersionOfOurs_matchesNone(String header) {
        assertThat(EntityTags.ifMatch(event("PATCH", "If-Match", header)).versions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            GET   | "3"        | true
            HEAD  | "3"        | true
            GET   | W/"3"      | true
            GET   | "1", "3"   | true
            GET   | *          | true
            GET   | "2"        | false
            GET   | 3          | false
            POST  | "3"        | false
            """)
    void unchanged_tagOfTheClient_isComparedWeakly(String method, String header, boolean expected) {
        var answer = new GatewayAnswer(200, Map.of(EntityTags.HEADER, "\"3\""), "{}");

        assertThat(EntityTags.unchanged(event(method, "If-None-Match", header), answer))
                .isEqualTo(expected);
    }

    private static GatewayEvent event(String method, String header, String value) {
        var json = Json.write(
                Map.of("httpMethod", method, "path", "/v1/tags", "multiValueHeaders", Map.of(header, List.of(value))));
        try {
            return GatewayEvent.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }
}
