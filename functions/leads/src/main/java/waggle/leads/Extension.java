package waggle.leads;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import waggle.model.companies.Company;

/**
 * The extension of a protection.
 *
 * @param protectedDays 1 to 3,650 days more
 */
@Introspected
public record Extension(
        @NotNull @Min(1) @Max(Company.MOST_REGISTRATION_DAYS)
        Integer protectedDays) {}
