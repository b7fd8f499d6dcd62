package waggle.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.records.Precondition;

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

    private static GatewayEvent event(String method, String header, String value) {
        return Events.read(
                Map.of("httpMethod", method, "path", "/v1/tags", "multiValueHeaders", Map.of(header, List.of(value))));
    }
}
