package waggle.model.companies;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;

/**
 * A tenant, which owns all other records (docs/api.md, "Account").
 *
 * @param name 1 to 200 characters
 * @param domain up to 253 characters, in lower case
 * @param currencyCode ISO 4217; the currency of amounts without a currency of their own; fixed once there are deals
 * @param registrationDays the days for which the registration of a deal is protected, 1 to 3,650, unless its approval names
 *     others
 * @param timeZone a name of the IANA time zone database, which says when a day begins
 */
@Introspected
public record Company(
        @NotBlank @Size(max = Company.LONGEST_NAME) String name,

        @Nullable
        @Size(max = Formats.DOMAIN_LENGTH)
        @Pattern(regexp = Formats.DOMAIN, message = Formats.DOMAIN_EXPECTED)
        String domain,

        @Pattern(regexp = Formats.CURRENCY, message = Formats.CURRENCY_EXPECTED)
        String currencyCode,

        @Min(1) @Max(Company.MOST_REGISTRATION_DAYS) Integer registrationDays,
        @Size(max = 64) String timeZone) {
    public static final int LONGEST_NAME = 200;

    /** The longest protection of a registration. */
    public static final int MOST_REGISTRATION_DAYS = 3_650;

    public static final String PATH = "company";
    public static final Resource<Company> RESOURCE = Resource.named("company", PATH, Company.class, Company::name)
            .check(company -> Formats.currency("currency_code", company.currencyCode()))
            .check(Company::faults)
            .rights(Rights.READABLE_BY_ALL)
            .silent()
            .build();

    private static final String DEFAULT_CURRENCY = "USD";
    private static final int DEFAULT_REGISTRATION_DAYS = 90;
    private static final String DEFAULT_TIME_ZONE = "UTC";

    public Company {
        currencyCode = Objects.requireNonNullElse(currencyCode, DEFAULT_CURRENCY);
        registrationDays = Objects.requireNonNullElse(registrationDays, DEFAULT_REGISTRATION_DAYS);
        timeZone = Objects.requireNonNullElse(timeZone, DEFAULT_TIME_ZONE);
    }

    /** The currency of a company's amounts that have none of their own. */
    public static String currency(Records records) {
        return records.find(RESOURCE, records.company())
                .map(company -> company.value().currencyCode())
                .orElse(DEFAULT_CURRENCY);
    }

    /** The time zone that says when a day of a company begins. */
    public static ZoneId zone(Records records) {
        return ZoneId.of(records.find(RESOURCE, records.company())
                .map(company -> company.value().timeZone())
                .orElse(DEFAULT_TIME_ZONE));
    }

    /** The days of protection of an approved registration that names none. */
    public static int registrationDays(Records records) {
        return records.find(RESOURCE, records.company())
                .map(company -> company.value().registrationDays())
                .orElse(DEFAULT_REGISTRATION_DAYS);
    }

    public Company(String name) {
        this(name, null, DEFAULT_CURRENCY, DEFAULT_REGISTRATION_DAYS, DEFAULT_TIME_ZONE);
    }

    private List<Fault> faults() {
        return ZoneId.getAvailableZoneIds().contains(timeZone)
                ? List.of()
                : List.of(new Fault("time_zone", "must be an IANA time zone like Europe/Berlin"));
    }
}
