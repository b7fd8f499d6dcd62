package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A label is one tag's within what the tag is for (contract §2). */
final class UniqueLabelTest {
    private final Api api = Target.api();
    private final String label = Tags.label();
    private final String path = Tags.path(Tags.create(api, label));

    @Test
    void create_withALabelThatIsTaken_isAConflict() {
        api.post("/tags", Tags.minimal(label)).expectError(409, "conflict");
        api.post("/tags", Tags.minimal(" " + label + " ")).expectError(409, "conflict");
        api.post("/tags", Tags.minimal(label.toUpperCase(Locale.ROOT))).expectError(409, "conflict");
    }

    @Test
    void create_forAnotherKindOrCompany_isNoConflict() {
        api.post("/tags", Tags.minimal(label).put("association", "lead")).expect(201);
        Tags.create(Target.tenant().api(), label);
    }

    @Test
    void patch_toALabelThatIsTaken_isAConflictAndChangesNothing() {
        var other = Tags.create(api);

        api.patch(Tags.path(other), Tags.empty().put("label", label)).expectError(409, "conflict");

        assertThat(api.get(Tags.path(other)).json()).isEqualTo(other);
    }

    @Test
    void patch_toAKindInWhichTheLabelIsTaken_isAConflict() {
        var other = api.post("/tags", Tags.minimal(label).put("association", "deal"))
                .expect(201)
                .json();

        api.patch(Tags.path(other), "{\"association\":\"partner\"}").expectError(409, "conflict");
    }

    @Test
    void patch_ofTheCaseOfItsOwnLabel_isNoConflict() {
        api.patch(path, Tags.empty().put("label", label.toUpperCase(Locale.ROOT)))
                .expect(200);
        api.post("/tags", Tags.minimal(label)).expectError(409, "conflict");
    }

    @Test
    void label_thatWasGivenUp_isFree() {
        api.patch(path, Tags.empty().put("label", Tags.label())).expect(200);
        var next = Tags.path(Tags.create(api, label));
        api.delete(next).expect(204);
        Tags.create(api, label);
    }

    @Test
    void creates_ofOneLabelAtOnce_letOneThrough() {
        var tag = Tags.minimal();

        var statuses = AtOnce.times(6, i -> api.post("/tags", tag).status());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }
}
