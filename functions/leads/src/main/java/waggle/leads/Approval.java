package waggle.leads;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import waggle.model.companies.Company;

/**
 * The approval of a registration.
 *
 * @param protectedDays 1 to 3,650 days of protection; the company's {@code registration_days} if absent
 */
@Introspected
public record Approval(
        @Nullable @Min(1) @Max(Company.MOST_REGISTRATION_DAYS)
        Integer protectedDays) {}
