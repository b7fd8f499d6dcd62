package waggle.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms of texts, as regular expressions, with the fault of texts in another form and the greatest length. */
public final class Formats {
    /**
     * Characters that a person does not see, or takes for a space, for use within brackets: no identifier has them. The
     * last ones are those that Unicode does not class as separators, controls or format characters.
     */
    public static final String INVISIBLE = "\\p{C}\\u00A0\\u1680\\u2000-\\u200F\\u2028\\u2029\\u202F\\u205F\\u3000"
            + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0";

    /**
     * A host name with at least one dot, in ASCII (RFC 1123 §2.1). The number of labels is bounded, because the regular
     * expression recurses for each.
     */
    public static final String HOST =
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,10}[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])";

    private static final String MAILBOX = "[^\\s@\"<>(),;:\\[\\]\\\\" + INVISIBLE + "]{1,64}@";

    /** An e-mail address, at most {@link #EMAIL_LENGTH} characters (RFC 5321 §4.5.3.1). */
    public static final String EMAIL = MAILBOX + HOST;

    public static final String EMAIL_EXPECTED = "must be an e-mail address like name@example.com";
    public static final int EMAIL_LENGTH = 254;

    /** A host name in lower case. */
    public static final String DOMAIN =
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,10}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])";

    public static final String DOMAIN_EXPECTED = "must be a domain in lower case, like example.com";
    public static final int DOMAIN_LENGTH = 253;

    public static final String WEBSITE = "[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]{1,255}(?:[/?#]\\S*)?";
    public static final String WEBSITE_EXPECTED = "must be a URL like https://www.example.com";
    public static final int WEBSITE_LENGTH = 2_048;

    /** Two capital letters; {@link #country} tells whether a country has them. */
    public static final String COUNTRY = "[A-Z]{2}";

    public static final String COUNTRY_EXPECTED = "must be an ISO 3166 code of two letters like DE";

    /** Three capital letters; {@link #currency} tells whether a currency in use has them. */
    public static final String CURRENCY = "[A-Z]{3}";

    public static final String CURRENCY_EXPECTED = "must be an ISO 4217 code of a currency in use, like EUR";

    private static final String DOT = "[.\\u3002\\uFF0E\\uFF61]";

    /** {@link #HOST} in Unicode: the same with the letters, marks and digits of all scripts. */
    private static final String WRITTEN_HOST = host("\\p{L}\\p{M}\\p{N}", "\\p{L}");

    private static final String WRITTEN_DOMAIN = host("\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}", "\\p{Ll}\\p{Lo}\\p{Lm}");

    /** The forms that clients may write beside the stored ones. */
    private static final Map<String, Written> WRITTEN = Map.of(
            EMAIL,
            new Written(MAILBOX + WRITTEN_HOST, Formats::asciiEmail),
            DOMAIN,
            new Written(WRITTEN_DOMAIN, DomainNames::ascii));

    private Formats() {}

    /**
     * A form that clients may write, with domains in Unicode.
     *
     * @param pattern of texts in this form; it includes the stored form
     * @param stored makes the stored form of a text
     */
    public record Written(String pattern, UnaryOperator<String> stored) {

        /**
         * The stored form; the text itself if it is in no known form, since the constraint of the field refuses it. A text
         * in ASCII is in its stored form, and most texts are.
         */
        public String toStored(String text) {
            return !CodePoints.areAscii(text) && Pattern.matches(pattern, text) ? stored.apply(text) : text;
        }
    }

    /** The form that clients may write instead of a stored one. */
    public static Optional<Written> written(String pattern) {
        return Optional.ofNullable(WRITTEN.get(pattern));
    }

    /** The fault of a code that is no country; none of an absent one. */
    public static List<Fault> country(String field, @Nullable String code) {
        return Countries.faults(field, code);
    }

    /** The message for a code that is no country, with the code that was probably meant. */
    public static String countryExpected(String code) {
        return Countries.expected(code);
    }

    /** The fault of a code that has the {@link #CURRENCY} form and is no currency in use; none of an absent one. */
    public static List<Fault> currency(String field, @Nullable String code) {
        return Currencies.faults(field, code);
    }

    /** The part of an e-mail address after the @, in lower case. */
    public static Optional<String> domain(@Nullable String email) {
        return Optional.ofNullable(email)
                .map(address -> address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    private static String asciiEmail(String email) {
        var host = email.lastIndexOf('@') + 1;
        return email.substring(0, host) + DomainNames.ascii(email.substring(host));
    }

    private static String host(String characters, String letters) {
        var inner = "(?:[" + characters + "-]{0,61}[" + characters + "])";
        return "(?:[" + characters + "]" + inner + "?" + DOT + "){1,10}[" + letters + "]" + inner;
    }
}
