package waggle.model;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of texts, as regular expressions, with the fault of texts in another form and the greatest length. */
public final class Formats {
    /**
     * A host name with at least one dot, in ASCII (RFC 1123 §2.1). The number of labels is bounded, because the regular
     * expression recurses for each.
     */
    public static final String HOST =
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,10}[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])";

    /** An e-mail address, at most {@link #EMAIL_LENGTH} characters (RFC 5321 §4.5.3.1). */
    public static final String EMAIL = "[^\\s@\"<>(),;:\\[\\]\\\\]{1,64}@" + HOST;

    public static final String EMAIL_EXPECTED = "must be an e-mail address like name@example.com";
    public static final int EMAIL_LENGTH = 254;

    /** A host name in lower case. */
    public static final String DOMAIN =
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,10}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])";

    public static final String DOMAIN_EXPECTED = "must be a domain in lower case, like example.com";
    public static final int DOMAIN_LENGTH = 253;

    public static final String WEBSITE = "https?://[^\\s/?#]{1,255}(?:[/?#]\\S*)?";
    public static final String WEBSITE_EXPECTED = "must be a URL like https://www.example.com";
    public static final int WEBSITE_LENGTH = 2_048;

    /** Three capital letters; {@link #currency} tells whether a currency has them. */
    public static final String CURRENCY = "[A-Z]{3}";

    public static final String CURRENCY_EXPECTED = "must be an ISO 4217 currency code like EUR";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Formats() {}

    /** The fault of a country code that is not in ISO 3166-1 alpha-2; none of an absent one. */
    public static List<Fault> country(String field, @Nullable String code) {
        return code == null || COUNTRIES.contains(code)
                ? List.of()
                : List.of(new Fault(field, "must be an ISO 3166 country code like DE"));
    }

    /** The fault of a code that has the {@link #CURRENCY} form and is not in ISO 4217. */
    public static List<Fault> currency(String field, String code) {
        var known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        return known || !code.matches(CURRENCY) ? List.of() : List.of(new Fault(field, CURRENCY_EXPECTED));
    }

    /** The part of an e-mail address after the @, in lower case. */
    public static Optional<String> domain(@Nullable String email) {
        return Optional.ofNullable(email)
                .map(address -> address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}
