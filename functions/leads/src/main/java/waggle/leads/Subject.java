package waggle.leads;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.Formats;

/**
 * The buyer to look for. One of the fields is required.
 *
 * @param email up to 254 characters
 * @param websiteUrl up to 2,048 characters
 * @param companyName 1 to 200 characters
 */
@Introspected
public record Subject(
        @Nullable @Size(max = Formats.EMAIL_LENGTH) @Pattern(regexp = Formats.EMAIL, message = Formats.EMAIL_EXPECTED)
        String email,

        @Nullable
        @Size(max = Formats.WEBSITE_LENGTH)
        @Pattern(regexp = Formats.WEBSITE, message = Formats.WEBSITE_EXPECTED)
        String websiteUrl,

        @Nullable @Size(min = 1, max = 200) String companyName) {

    List<Fault> faults() {
        return email == null && websiteUrl == null && companyName == null
                ? List.of(new Fault("email", "is required unless website_url or company_name is given"))
                : List.of();
    }
}
