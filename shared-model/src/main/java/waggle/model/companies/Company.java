package waggle.model.companies;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Formats;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;

/**
 * A tenant, which owns all other records (docs/api.md, "Account").
 *
 * @param name 1 to 200 characters
 * @param domain up to 253 characters, in lower case
 * @param currencyCode ISO 4217; the currency of amounts without a currency of their own
 */
@Introspected
public record Company(
        @NotBlank @Size(max = Company.LONGEST_NAME) String name,

        @Nullable
        @Size(max = Formats.DOMAIN_LENGTH)
        @Pattern(regexp = Formats.DOMAIN, message = Formats.DOMAIN_EXPECTED)
        String domain,

        @Pattern(regexp = Formats.CURRENCY, message = Formats.CURRENCY_EXPECTED)
        String currencyCode) {
    public static final int LONGEST_NAME = 200;
    public static final String PATH = "company";
    public static final Resource<Company> RESOURCE = Resource.named("company", PATH, Company.class, Company::name)
            .check(company -> Formats.currency("currency_code", company.currencyCode()))
            .rights(Rights.READABLE_BY_ALL)
            .silent()
            .build();

    private static final String DEFAULT_CURRENCY = "USD";

    public Company {
        currencyCode = Objects.requireNonNullElse(currencyCode, DEFAULT_CURRENCY);
    }

    public Company(String name) {
        this(name, null, DEFAULT_CURRENCY);
    }
}
