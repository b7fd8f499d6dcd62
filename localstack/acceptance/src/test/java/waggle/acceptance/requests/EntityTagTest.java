package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

/** Preconditions on a record of version 2 ({@code docs/api.md}, "Concurrency"). */
@SharedCompany
final class EntityTagTest {
    private static final String FURTHER = "{\"text_color\":\"#654321\"}";

    private final Api api = Target.api();
    private final String path = Tags.path(Tags.create(api));

    EntityTagTest() {
        api.patch(path, Tags.CHANGE).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "*", "\"1\", \"2\"", "\"2\",\"7\"", "W/\"1\", \"2\"", " \"2\" "})
    void ifMatch_thatHolds_letsTheChangeThrough(String tag) {
        var reply = api.with("If-Match", tag).patch(path, FURTHER).expect(200);

        assertThat(reply.header("ETag")).isEqualTo("\"3\"");
        api.with("If-Match", tag.replace("2", "3")).delete(path).expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"3\"", "W/\"2\"", "\"1\", \"3\"", "\"02\"", "\"2 \"", "\"\"", "\"x\""})
    void ifMatch_thatDoesNotHold_refusesPatchAndDelete(String tag) {
        var matching = api.with("If-Match", tag);

        matching.patch(path, FURTHER).expectError(412, "version_mismatch");
        matching.patch(path, "{}").expectError(412, "version_mismatch");
        matching.delete(path).expectError(412, "version_mismatch");

        assertThat(api.get(path).expect(200).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void ifMatch_givenInTwoHeaders_isOneList() {
        api.with("If-Match", "\"1\"")
                .with("If-Match", "\"2\"")
                .patch(path, FURTHER)
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"2\"", "*", "\"1\", \"2\""})
    void ifNoneMatch_ofWhatTheClientHas_isNotModified(String tag) {
        var unless = api.with("If-None-Match", tag);

        var read = unless.get(path).expect(304);
        var head = unless.head(path).expect(304);

        assertThat(read.header("ETag")).isEqualTo(head.header("ETag")).isEqualTo("\"2\"");
        assertThat(read.hasHeader("Content-Type")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"1\", \"3\"", "2", "nonsense"})
    void ifNoneMatch_ofSomethingElse_isTheRecord(String tag) {
        var unless = api.with("If-None-Match", tag);

        assertThat(unless.get(path).expect(200).json().path("text_color").asText())
                .isEqualTo("#123456");
        unless.head(path).expect(200);
    }

    @Test
    void ifNoneMatch_afterAChange_isTheNewRecord() {
        api.patch(path, FURTHER).expect(200);

        api.with("If-None-Match", "\"2\"").get(path).expect(200);
        api.with("If-None-Match", "\"3\"").get(path).expect(304);
    }
}
