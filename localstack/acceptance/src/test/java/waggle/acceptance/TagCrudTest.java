package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TagCrudTest {
    private static final String UUID_7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z";

    private final Api api = Target.api();

    @Test
    void create_withTheLeast_fillsInTheDefaults() {
        var label = Tags.label();

        var tag = Tags.create(api, label);

        assertThat(tag.path("label").asText()).isEqualTo(label);
        assertThat(tag.path("association").asText()).isEqualTo("partner");
        assertThat(tag.path("background_color").asText()).isEqualTo("#6B7280");
        assertThat(tag.path("text_color").asText()).isEqualTo("#FFFFFF");
        assertThat(tag.required("partner_type").isNull()).isTrue();
    }

    @Test
    void create_withEverything_keepsItAsWritten() {
        var written = Tags.complete();

        var tag = api.post("/tags", written).expect(201).json();

        written.properties()
                .forEach(field ->
                        assertThat(tag.path(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    }

    @Test
    void create_withNulls_isAsIfTheyWereAbsent() {
        var written =
                Tags.minimal().putNull("background_color").putNull("text_color").putNull("partner_type");

        var tag = api.post("/tags", written).expect(201).json();

        assertThat(tag.path("background_color").asText()).isEqualTo("#6B7280");
        assertThat(tag.path("text_color").asText()).isEqualTo("#FFFFFF");
        assertThat(tag.required("partner_type").isNull()).isTrue();
    }

    @Test
    void create_answers_whatEveryRecordHasAndNothingElse() {
        var before = Instant.now().minus(Duration.ofMinutes(1));

        var tag = Tags.create(api);

        assertThat(tag.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "uuid",
                        "label",
                        "association",
                        "background_color",
                        "text_color",
                        "partner_type",
                        "created_at",
                        "updated_at",
                        "version");
        assertThat(tag.path("uuid").asText()).matches(UUID_7);
        assertThat(tag.path("created_at").asText()).matches(TIME);
        assertThat(Instant.parse(tag.path("created_at").asText()))
                .isBetween(before, Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(tag.path("updated_at")).isEqualTo(tag.path("created_at"));
        assertThat(tag.path("version").isIntegralNumber()).isTrue();
        assertThat(tag.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void create_answers_aLocationToFollowAndAnEntityTag() {
        var created = api.post("/tags", Tags.minimal()).expect(201);
        var location = api.base().resolve(created.header("Location"));

        var read = api.send("GET", location, BodyPublishers.noBody()).expect(200);

        assertThat(location.getPath()).endsWith(Tags.path(created.json()));
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void read_afterPatch_isWhatPatchAnswered() {
        var path = Tags.path(Tags.create(api));

        var patched = api.patch(path, Tags.CHANGE).expect(200);

        var read = api.get(path).expect(200);
        assertThat(read.json()).isEqualTo(patched.json());
        assertThat(read.header("ETag")).isEqualTo(patched.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void delete_answersNothing_andTheRecordIsGone() {
        var tag = Tags.create(api);
        var count = recordCount();

        assertThat(api.delete(Tags.path(tag)).expect(204).hasHeader("Content-Type"))
                .isFalse();

        api.get(Tags.path(tag)).expectError(404, "not_found");
        api.head(Tags.path(tag)).expect(404);
        api.patch(Tags.path(tag), Tags.CHANGE).expectError(404, "not_found");
        api.delete(Tags.path(tag)).expectError(404, "not_found");
        assertThat(recordCount()).isEqualTo(count - 1);
        assertThat(api.get("/tags").json().path("data")).doesNotContain(tag);
    }

    @Test
    void head_ofARecord_isLikeGetWithoutTheBody() {
        var path = Tags.path(Tags.create(api));

        var head = api.head(path).expect(200);

        assertThat(head.header("ETag")).isEqualTo("\"1\"");
        assertThat(head.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void head_ofAList_isLikeGetWithoutTheBody() {
        assertThat(api.head("/tags").expect(200).header("Content-Type")).isEqualTo("application/json");
        api.head("/tags?page=0").expect(400);
    }

    private int recordCount() {
        return api.get("/tags").expect(200).json().at("/meta/record-count").asInt();
    }
}
