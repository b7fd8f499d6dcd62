package waggle.http.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.records.Precondition;

/**
 * The change of one record in a batch.
 *
 * @param uuid of the record
 * @param version that the record must have, as with If-Match; any version if absent
 * @param patch the fields to change, as in the body of PATCH
 */
@Introspected
public record BatchChange(
        @NotNull UUID uuid,
        @Nullable @Min(1) Long version,
        @NotNull Map<String, JsonNode> patch) {

    Precondition precondition() {
        return version == null ? Precondition.NONE : Precondition.version(version);
    }
}
