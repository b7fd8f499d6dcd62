package waggle.acceptance.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Sample;

/** Labels are unique within their kind, whatever their case ({@code docs/api.md}, "Uniqueness"). */
@ParameterizedClass(name = "{0}")
@MethodSource("waggle.acceptance.samples.Samples#uniquelyTitled")
@SharedCompany
final class UniqueConventionsTest {
    private final Api api;
    private final Sample sample;
    private final ObjectNode written;
    private final JsonNode owner;
    private final String label;

    UniqueConventionsTest(Sample sample) {
        this.sample = sample;
        api = sample.api();
        written = Related.in(api, sample.minimal());
        owner = sample.create(api, written);
        label = sample.title(owner);
    }

    @Test
    void create_withALabelThatIsTaken_isAConflictThatNamesItsOwner() {
        var count = Lists.count(api, sample.path());

        var refused = api.post(sample.path(), written).expectError(409, "conflict");
        api.post(sample.path(), titled(" " + label + " ")).expectError(409, "conflict");
        api.post(sample.path(), titled(label.toUpperCase(Locale.ROOT))).expectError(409, "conflict");

        assertThat(refused.error()).contains(label, owner.path("uuid").asText());
        assertThat(Lists.count(api, sample.path())).isEqualTo(count);
    }

    @Test
    void patch_toALabelThatIsTaken_isAConflictAndChangesNothing() {
        var other = sample.create(api);

        api.patch(sample.path(other), sample.renaming(label.toUpperCase(Locale.ROOT)))
                .expectError(409, "conflict");

        assertThat(api.get(sample.path(other)).json()).isEqualTo(other);
    }

    @Test
    void patch_ofTheCaseOfItsOwnLabel_isNoConflict() {
        api.patch(sample.path(owner), sample.renaming(label.toUpperCase(Locale.ROOT)))
                .expect(200);

        api.post(sample.path(), written).expectError(409, "conflict");
    }

    @Test
    void label_thatWasGivenUp_isFree() {
        api.patch(sample.path(owner), sample.renaming()).expect(200);
        var next = sample.create(api, written);
        api.delete(sample.path(next)).expect(204);

        sample.create(api, written);
    }

    private ObjectNode titled(String other) {
        return written.deepCopy().put(sample.title(), other);
    }
}
