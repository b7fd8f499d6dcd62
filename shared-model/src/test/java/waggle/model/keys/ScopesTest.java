package waggle.model.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.model.Fault;
import waggle.model.catalogue.Catalogue;

class ScopesTest {
    @Test
    void examples_inErrorMessages_areAccepted() {
        assertThat(Catalogue.scopes()).contains(Scopes.EXAMPLE);
        assertThat(Scopes.EXPECTED).endsWith(Scopes.EXAMPLE);
        assertThat(Scopes.faults("scopes", List.of("planets:read"), Catalogue.scopedPaths()))
                .extracting(Fault::message)
                .allSatisfy(message -> assertThat(message).endsWith(Scopes.EXAMPLE));
    }
}
