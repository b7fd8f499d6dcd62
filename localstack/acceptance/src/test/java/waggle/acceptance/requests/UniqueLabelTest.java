package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.AtOnce;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

/** A label is unique among the tags of one association ({@code docs/api.md}, "Configuration"). */
@SharedCompany
final class UniqueLabelTest {
    private final Api api = Target.api();
    private final String label = Tags.label();

    UniqueLabelTest() {
        Tags.create(api, label);
    }

    @Test
    void create_forAnotherKindOrCompany_isNoConflict() {
        api.post("/tags", Tags.minimal(label).put("association", "lead")).expect(201);
        Tags.create(Target.tenant().api(), label);
    }

    @Test
    void patch_toAKindInWhichTheLabelIsTaken_isAConflict() {
        var other = api.post("/tags", Tags.minimal(label).put("association", "deal"))
                .expect(201)
                .json();

        api.patch(Tags.path(other), "{\"association\":\"partner\"}").expectError(409, "conflict");
    }

    @Test
    void creates_ofOneLabelAtOnce_letOneThrough() {
        var tag = Tags.minimal();

        var statuses = AtOnce.times(6, i -> api.post("/tags", tag).status());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }
}
