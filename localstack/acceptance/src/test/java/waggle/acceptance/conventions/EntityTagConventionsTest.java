package waggle.acceptance.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.samples.Sample;

/** Preconditions ({@code docs/api.md}, "Concurrency"), on a record of version 2, for every resource. */
@ForEveryResource
@SharedCompany
final class EntityTagConventionsTest {
    private final Api api;
    private final Api fresh;
    private final Api stale;
    private final Sample sample;
    private final String path;

    EntityTagConventionsTest(Sample sample) {
        this.sample = sample;
        api = sample.api();
        fresh = api.with("If-Match", "\"2\"");
        stale = api.with("If-Match", "\"1\"");
        path = sample.path(sample.create(api, sample.complete()));
        api.patch(path, sample.change()).expect(200);
    }

    @Test
    void ifMatch_thatIsStale_refusesPatchAndDelete() {
        stale.patch(path, sample.change()).expectError(412, "version_mismatch");
        stale.patch(path, "{}").expectError(412, "version_mismatch");
        stale.delete(path).expectError(412, "version_mismatch");

        assertThat(api.get(path).expect(200).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void ifMatch_ofTheVersion_letsPatchThroughOnce() {
        var patch = sample.renaming();

        assertThat(fresh.patch(path, patch).expect(200).header("ETag")).isEqualTo("\"3\"");
        fresh.patch(path, patch).expectError(412, "version_mismatch");
    }

    @Test
    void ifMatch_ofTheVersion_letsDeleteThrough() {
        fresh.delete(path).expect(204);

        api.get(path).expectError(404, "not_found");
    }

    @Test
    void ifNoneMatch_ofWhatTheClientHas_isNotModified() {
        assertThat(api.with("If-None-Match", "\"2\"").get(path).expect(304).header("ETag"))
                .isEqualTo("\"2\"");
        api.with("If-None-Match", "\"2\"").head(path).expect(304);
        api.with("If-None-Match", "\"1\"").get(path).expect(200);
    }
}
