package waggle.leads;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import waggle.model.leads.Registration;

/**
 * The rejection of a registration.
 *
 * @param reason 1 to 1,000 characters for the partner
 */
@Introspected
public record Rejection(
        @NotBlank @Size(max = Registration.LONGEST_REASON) String reason) {}
