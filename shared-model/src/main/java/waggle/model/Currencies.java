package waggle.model;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The currencies in use: those of countries today, and the units of account that ISO 4217 lists beside them. */
final class Currencies {
    /** Funds codes and second currencies, which the JDK assigns to no country (ISO 4217, list one). */
    private static final Set<String> MORE = Set.of("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "VED");

    private static final Set<String> CODES =
            Stream.concat(ofCountries(), MORE.stream()).collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** The fault of a code that has the {@link Formats#CURRENCY} form and is no currency in use; none of an absent one. */
    static List<Fault> faults(String field, @Nullable String code) {
        return code == null || !code.matches(Formats.CURRENCY) || CODES.contains(code)
                ? List.of()
                : List.of(new Fault(field, Formats.CURRENCY_EXPECTED));
    }

    /** Empty for a country without a currency, such as Antarctica. */
    private static Stream<String> ofCountries() {
        return Arrays.stream(Locale.getISOCountries())
                .flatMap(country -> Optional.ofNullable(Currency.getInstance(Locale.of("", country))).stream())
                .map(Currency::getCurrencyCode);
    }
}
