package waggle.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.http.Hostile;
import waggle.model.Fault;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.records.Entity;
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
    @ValueSource(strings = {"W/\"1\"", "\"\"", "\"01\"", "\"99999999999999999999\"", "\"-1\""})
    void ifMatch_noVersionOfOurs_matchesNone(String header) {
        assertThat(EntityTags.ifMatch(event("PATCH", "If-Match", header)).versions())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "", "garbage \"1\"", "\"1\" \"2\"", "\"1"})
    void ifMatch_thatIsNoListOfTags_isRefused(String header) {
        assertRefused(header);
    }

    private static void assertRefused(String header) {
        var refusal = catchThrowableOfType(
                WaggleException.class, () -> EntityTags.ifMatch(event("PATCH", "If-Match", header)));
        assertThat(refusal.faults()).containsExactly(new Fault("If-Match", "must be entity tags in quotes like \"1\""));
    }

    @Test
    void hostileHeader_isRefused_andMatchesNoTag() {
        assertThat(Hostile.TEXTS).allSatisfy(text -> {
            assertRefused(text);
            assertThat(EntityTags.ifNoneMatchHas("\"3\"", event("GET", "If-None-Match", text)))
                    .isFalse();
        });
    }

    @Test
    void list_ofManyTags_isReadToItsEnd() {
        var tags = "\"x\" , W/\"y\",, ".repeat(100_000);

        assertThat(EntityTags.ifMatch(event("PATCH", "If-Match", tags + "\"7\""))
                        .versions())
                .containsExactly(7L);
        assertRefused(tags + "\"7");
        assertThat(EntityTags.ifNoneMatchHas("\"7\"", event("GET", "If-None-Match", tags + "\"7\"")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3, 0, '\"3\"'", "3, 12, '\"3-12\"'"})
    void tag_ofARecord_namesItsVersionAndItsCountChanges(long version, long moves, String tag) {
        assertThat(EntityTags.of(entity(version, moves))).isEqualTo(tag);
        assertThat(EntityTags.ifMatch(event("PATCH", "If-Match", tag)).versions())
                .containsExactly(version);
    }

    private static Entity<String> entity(long version, long moves) {
        return new Entity<>(Uuids.next(), "", Instant.EPOCH, Instant.EPOCH, version, Map.of(), moves);
    }

    private static GatewayEvent event(String method, String header, String value) {
        return Events.read(
                Map.of("httpMethod", method, "path", "/v1/tags", "multiValueHeaders", Map.of(header, List.of(value))));
    }
}
