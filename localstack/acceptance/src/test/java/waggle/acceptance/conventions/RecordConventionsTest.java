package waggle.acceptance.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Sample;

/** Create, read and delete ({@code docs/api.md}, "Records"), for every resource. */
@ForEveryResource
@SharedCompany
final class RecordConventionsTest {
    private static final String UUID_7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z";

    private final Api api;
    private final Sample sample;

    RecordConventionsTest(Sample sample) {
        this.sample = sample;
        api = sample.api();
    }

    @Test
    void create_answers_whatEveryRecordHasAndNothingElse() {
        var before = Instant.now().minus(Duration.ofMinutes(1));

        var created = sample.create(api);

        var fields = new ArrayList<>(sample.fields());
        fields.addAll(sample.bookkeeping());
        assertThat(created.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(fields);
        assertThat(created.path("uuid").asText()).matches(UUID_7);
        assertThat(created.path("created_at").asText()).matches(TIME);
        assertThat(Instant.parse(created.path("created_at").asText()))
                .isBetween(before, Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(created.path("updated_at")).isEqualTo(created.path("created_at"));
        assertThat(created.path("version").isIntegralNumber()).isTrue();
        assertThat(created.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void create_withTheLeast_keepsItAsWritten() {
        var written = Related.in(api, sample.minimal());

        assertHas(sample.create(api, written), written);
    }

    @Test
    void create_withEverything_keepsItAsWritten() {
        var written = Related.in(api, sample.complete());

        assertHas(sample.create(api, written), written);
    }

    @Test
    void create_withNulls_isAsIfTheyWereAbsent() {
        var written = sample.minimal();
        var plain = sample.create(api, written);
        api.delete(sample.path(plain)).expect(204);
        sample.fields().stream().filter(field -> !written.has(field)).forEach(written::putNull);

        var created = sample.create(api, written);

        assertThat(withoutBookkeeping(created)).isEqualTo(withoutBookkeeping(plain));
    }

    @Test
    void create_withSpaceAround_trimsIt() {
        var written = sample.minimal();
        var title = sample.title(written);

        var created = sample.create(api, written.put(sample.title(), " \t" + title + "\u2003\n"));

        assertThat(sample.title(created)).isEqualTo(title);
    }

    @Test
    void create_answers_aLocationToFollowAndAnEntityTag() {
        var created =
                api.post(sample.path(), Related.in(api, sample.complete())).expect(201);
        var location = api.base().resolve(created.header("Location"));

        var read = api.send("GET", location, BodyPublishers.noBody()).expect(200);

        assertThat(location.getPath()).endsWith(sample.path(created.json()));
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void create_ofNothing_namesWhatIsRequired() {
        assumeFalse(sample.name().equals("payment"), "Its title is not required");
        var required = names(sample.minimal());

        var refused = api.post(sample.path(), "{}").expectFaults(required);

        assertThat(required)
                .allSatisfy(field -> assertThat(refused.fault(field)).startsWith("is required"));
    }

    @Test
    void create_withManyFaults_namesThemAll() {
        var written = sample.complete();
        sample.complete()
                .properties()
                .forEach(field -> written.putRawValue(field.getKey(), new RawValue(wrong(field.getValue()))));
        sample.bookkeeping().forEach(written::putNull);
        written.put("nonsense", 1).put(sample.title().toUpperCase(Locale.ROOT), "Gold");

        var refused = api.post(sample.path(), written).expectFaults(names(written));

        assertThat(refused.fault("nonsense")).isEqualTo("is not a known field");
        assertThat(sample.bookkeeping())
                .allSatisfy(field -> assertThat(refused.fault(field)).isEqualTo("cannot be written"));
        assertThat(sample.fields())
                .allSatisfy(field -> assertThat(refused.fault(field)).startsWith("must be "));
    }

    @Test
    void create_ofWhatIsNoJson_isRefused() {
        var body = BodyPublishers.ofString(sample.minimal().toString());

        api.send("POST", sample.path(), body).expectError(415, "unsupported_media_type");
        api.post(sample.path(), "").expectError(400, "invalid_request");
        api.post(sample.path(), "[" + sample.minimal() + "]").expectError(400, "invalid_request");
        api.post(sample.path(), sample.minimal() + " ".repeat(256 * 1024)).expectError(413, "payload_too_large");
    }

    @Test
    void delete_answersNothing_andTheRecordIsGone() {
        var path = sample.path(sample.create(api));

        assertThat(api.delete(path).expect(204).hasHeader("Content-Type")).isFalse();

        expectNotFound(path);
    }

    @Test
    void record_thatIsNotThere_isNotFoundByAnyVerb() {
        expectNotFound(sample.unknown());
        expectNotFound(sample.path() + "/1");
        expectNotFound(sample.path(sample.create(api)) + "/more");
    }

    @Test
    void head_isLikeGetWithoutTheBody() {
        var head = api.head(sample.path(sample.create(api))).expect(200);

        assertThat(head.header("ETag")).isEqualTo("\"1\"");
        assertThat(head.header("Content-Type")).isEqualTo("application/json");
        api.head(sample.path()).expect(200);
        api.head(sample.path() + "?page=0").expect(400);
    }

    @Test
    void read_withAnUnknownParameter_isRefused() {
        var path = sample.path(sample.create(api));

        var refused = api.get(path + "?page=1&nonsense=").expectFaults("page", "nonsense");

        assertThat(refused.fault("nonsense")).startsWith("is not a parameter");
    }

    @Test
    void verb_thatThereIsNot_saysWhichAreAllowed() {
        var path = sample.path(sample.create(api));

        for (var method : List.of("PUT", "PATCH", "DELETE")) {
            var reply = api.send(method, sample.path()).expectError(405, "method_not_allowed");
            assertThat(allowed(reply)).contains("GET", "HEAD", "POST").doesNotContain("PUT", "PATCH", "DELETE");
        }
        for (var method : List.of("PUT", "POST")) {
            var reply = api.send(method, path).expectError(405, "method_not_allowed");
            assertThat(allowed(reply))
                    .contains("GET", "HEAD", "PATCH", "DELETE")
                    .doesNotContain("POST", "PUT");
        }
    }

    /** A value of another type. */
    private static String wrong(JsonNode value) {
        return value.isObject() ? "[]" : "{}";
    }

    private void expectNotFound(String path) {
        api.get(path).expectError(404, "not_found");
        api.head(path).expect(404);
        api.patch(path, sample.change()).expectError(404, "not_found");
        api.delete(path).expectError(404, "not_found");
    }

    private static void assertHas(JsonNode entity, ObjectNode written) {
        written.properties().forEach(field -> assertThat(entity.path(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
    }

    private JsonNode withoutBookkeeping(JsonNode entity) {
        return ((ObjectNode) entity.deepCopy()).remove(sample.bookkeeping());
    }

    private static String[] names(ObjectNode json) {
        return json.properties().stream().map(field -> field.getKey()).toArray(String[]::new);
    }

    private static List<String> allowed(Reply reply) {
        return List.of(reply.header("Allow").split(",\\s*"));
    }
}
