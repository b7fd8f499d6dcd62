package waggle.model.commissions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.customfields.CustomField;

/**
 * When an entry is owed: all conditions must hold, and at least one is needed (docs/commissions.md, "Triggers").
 *
 * @param stageUuid a stage of kind deal
 * @param customFieldKey key of a boolean field of deals that must be true
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Trigger(
        @Nullable UUID stageUuid,

        @Nullable @Size(min = 1, max = CustomField.LONGEST_KEY)
        String customFieldKey) {}
