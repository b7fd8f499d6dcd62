package waggle.model;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts that must have a form, as regular expressions, and what is said of those that do not. */
public final class Formats {
    /** The name of a host with a dot in it, in ASCII (RFC 1123 §2.1); the labels are bounded, or a stack would not be. */
    public static final String HOST =
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,10}[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])";

    /** A name at a host; longer texts than {@link #EMAIL_LENGTH} are none (RFC 5321 §4.5.3.1). */
    public static final String EMAIL = "[^\\s@\"<>(),;:\\[\\]\\\\]{1,64}@" + HOST;

    public static final String EMAIL_EXPECTED = "must be an e-mail address";
    public static final int EMAIL_LENGTH = 254;

    /** The name of a host in lower case. */
    public static final String DOMAIN =
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,10}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])";

    public static final String DOMAIN_EXPECTED = "must be a domain in lower case, like example.com";
    public static final int DOMAIN_LENGTH = 253;

    public static final String WEBSITE = "https?://[^\\s/?#]{1,255}(?:[/?#]\\S*)?";
    public static final String WEBSITE_EXPECTED = "must be an address like https://www.example.com";
    public static final int WEBSITE_LENGTH = 2_048;

    /** Three capital letters; whether they are those of a currency is told by {@link #currency}. */
    public static final String CURRENCY = "[A-Z]{3}";

    public static final String CURRENCY_EXPECTED = "must be an ISO 4217 currency code like EUR";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Formats() {}

    /** What is wrong with a country code (ISO 3166-1 alpha-2), if it is there. */
    public static List<Fault> country(String field, @Nullable String code) {
        return code == null || COUNTRIES.contains(code)
                ? List.of()
                : List.of(new Fault(field, "must be an ISO 3166 country code like DE"));
    }

    /** What is wrong with a currency code (ISO 4217), if it looks like one. */
    public static List<Fault> currency(String field, String code) {
        var known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        return known || !code.matches(CURRENCY) ? List.of() : List.of(new Fault(field, CURRENCY_EXPECTED));
    }

    /** The part of an e-mail address behind the @, in lower case. */
    public static Optional<String> domain(@Nullable String email) {
        return Optional.ofNullable(email)
                .map(address -> address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}
