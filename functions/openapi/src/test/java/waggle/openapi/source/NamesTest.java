package waggle.openapi.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import waggle.model.customfields.CustomField;
import waggle.model.keys.ApiKey;
import waggle.model.tags.Tag;

final class NamesTest {
    @Test
    void comment_ofAllResources_namesOneResource() {
        assertThat(Names.describe("Changes a thing, as things do.", Tag.RESOURCE))
                .isEqualTo("Changes a tag, as tags do.");
        assertThat(Names.describe("Anything but things", CustomField.RESOURCE)).isEqualTo("Anything but custom fields");
    }

    @Test
    void abbreviation_hasCapitals() {
        assertThat(Names.heading(ApiKey.RESOURCE)).isEqualTo("API keys");
        assertThat(Names.describe("Deletes a thing.", ApiKey.RESOURCE)).isEqualTo("Deletes an API key.");
    }

    @Test
    void resource_ofTwoWords_hasOneName() {
        assertThat(Names.singular(CustomField.RESOURCE)).isEqualTo("CustomField");
        assertThat(Names.plural(CustomField.RESOURCE)).isEqualTo("CustomFields");
        assertThat(Names.heading(CustomField.RESOURCE)).isEqualTo("Custom fields");
    }
}
