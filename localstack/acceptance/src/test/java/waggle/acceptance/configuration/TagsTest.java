package waggle.acceptance.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

@SharedCompany
final class TagsTest {
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
    void create_withNulls_isAsIfTheyWereAbsent() {
        var written =
                Tags.minimal().putNull("background_color").putNull("text_color").putNull("partner_type");

        var tag = api.post("/tags", written).expect(201).json();

        assertThat(tag.path("background_color").asText()).isEqualTo("#6B7280");
        assertThat(tag.path("text_color").asText()).isEqualTo("#FFFFFF");
        assertThat(tag.required("partner_type").isNull()).isTrue();
    }
}
