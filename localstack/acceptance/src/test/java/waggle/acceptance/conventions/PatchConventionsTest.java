package waggle.acceptance.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.samples.Sample;
import waggle.acceptance.samples.Tags;

/** JSON Merge Patch ({@code docs/api.md}, "PATCH"), on a record with every field set, for every resource. */
@ForEveryResource
@SharedCompany
final class PatchConventionsTest {
    /** A lead needs a company or an e-mail address, a deal a label or a lead. */
    private static final Set<String> ALTERNATIVES = Set.of("lead", "deal", "payment");

    private final Api api;
    private final Sample sample;
    private final JsonNode before;
    private final String path;

    PatchConventionsTest(Sample sample) {
        this.sample = sample;
        api = sample.api();
        before = sample.create(api, sample.complete());
        path = sample.path(before);
    }

    @Test
    void patch_changesWhatItNames_andKeepsTheRest() {
        var change = sample.change();

        var patched = api.patch(path, change).expect(200);

        var after = patched.json();
        change.properties().forEach(field -> assertThat(after.path(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        assertThat(withoutChanges(after, change)).isEqualTo(withoutChanges(before, change));
        assertThat(after.path("version").asInt()).isEqualTo(2);
        assertThat(Instant.parse(after.path("updated_at").asText()))
                .isAfter(Instant.parse(before.path("updated_at").asText()));
        assertThat(patched.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void patch_asMergePatch_isTheSame() {
        var merging = api.with("Content-Type", "application/merge-patch+json");

        assertThat(merging.patch(path, sample.change()).expect(200).header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void patch_isWhatReadsThenShow() {
        var patched = api.patch(path, sample.change()).expect(200);

        var read = api.get(path).expect(200);
        assertThat(read.json()).isEqualTo(patched.json());
        assertThat(read.header("ETag")).isEqualTo(patched.header("ETag"));
        assertThat(api.get(sample.path() + "?pageSize=50").json().path("data")).contains(patched.json());
    }

    @Test
    void patch_thatChangesNothing_keepsVersionAndUpdatedAt() {
        var same = ((ObjectNode) before.deepCopy()).remove(sample.bookkeeping());

        for (var patch : List.of("{}", same)) {
            var patched = api.patch(path, patch).expect(200);
            assertThat(patched.json()).isEqualTo(before);
            assertThat(patched.header("ETag")).isEqualTo("\"1\"");
        }
        assertThat(api.get(path).json()).isEqualTo(before);
    }

    @Test
    void patch_thatClearsWhatIsRequired_isRefusedAndChangesNothing() {
        assumeFalse(ALTERNATIVES.contains(sample.name()), "Each required field of it can be replaced by another");
        var clearing = sample.change();
        var required = names(sample.minimal());
        clearing.removeAll();
        for (var field : required) {
            clearing.putNull(field);
        }

        api.patch(path, clearing).expectFaults(required);

        assertThat(api.get(path).json()).isEqualTo(before);
    }

    @Test
    void patch_ofWhatIsImmutable_isRefusedAndChangesNothing() {
        var change = sample.forbiddenChange();

        change.properties().forEach(field -> {
            var one = Tags.empty().<ObjectNode>set(field.getKey(), field.getValue());
            assertThat(api.patch(path, one).expectFaults(field.getKey()).fault(field.getKey()))
                    .isEqualTo("cannot be changed");
        });

        assertThat(api.get(path).json()).isEqualTo(before);
    }

    @Test
    void patch_withManyFaults_namesThemAllAndChangesNothing() {
        var patch = sample.change().putNull("nonsense").put(sample.title(), 7);
        sample.bookkeeping().forEach(patch::putNull);
        var faulty = new ArrayList<>(sample.bookkeeping());
        faulty.addAll(List.of("nonsense", sample.title()));

        api.patch(path, patch).expectFaults(faulty.toArray(String[]::new));

        assertThat(api.get(path).json()).isEqualTo(before);
    }

    private static JsonNode withoutChanges(JsonNode entity, ObjectNode change) {
        return ((ObjectNode) entity.deepCopy())
                .remove(List.of(names(change)))
                .without(List.of("updated_at", "version"));
    }

    private static String[] names(ObjectNode json) {
        return json.properties().stream().map(Map.Entry::getKey).toArray(String[]::new);
    }
}
