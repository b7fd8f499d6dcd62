package waggle.model.commissions;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import waggle.model.customfields.CustomField;

/**
 * Amounts by the option of a select field of the deal; a deal without the option is paid nothing (docs/commissions.md,
 * "Amounts").
 *
 * @param customFieldKey key of a select field of deals
 * @param tiers 1 to 50, each option once
 */
@Introspected
public record Scaling(
        @NotNull @Size(min = 1, max = CustomField.LONGEST_KEY)
        String customFieldKey,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid ScalingTier> tiers) {}
