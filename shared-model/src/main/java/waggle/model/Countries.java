package waggle.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Country codes: ISO 3166-1 alpha-2, and XK for Kosovo, which ISO leaves to users (docs/api.md, "Names"). */
final class Countries {
    private static final Set<String> CODES = codes();
    private static final Map<String, String> NEAR = near();

    private Countries() {}

    /** The fault of another code; none of an absent one. */
    static List<Fault> faults(String field, @Nullable String code) {
        return code == null || CODES.contains(code) ? List.of() : List.of(new Fault(field, expected(code)));
    }

    /** The message for another code, with the code that was probably meant. */
    static String expected(String code) {
        var capitals = code.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(NEAR.get(capitals))
                .or(() -> Optional.of(capitals).filter(CODES::contains))
                .map(meant -> Formats.COUNTRY_EXPECTED + "; did you mean " + meant + "?")
                .orElse(Formats.COUNTRY_EXPECTED);
    }

    private static Set<String> codes() {
        var codes = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        codes.add("XK");
        return Set.copyOf(codes);
    }

    /** The codes of three letters, and those that are used for the United Kingdom and Greece outside of ISO 3166. */
    private static Map<String, String> near() {
        var near = new HashMap<String, String>();
        Arrays.stream(Locale.getISOCountries())
                .forEach(code -> near.put(Locale.of("", code).getISO3Country(), code));
        near.put("UK", "GB");
        near.put("EL", "GR");
        return Map.copyOf(near);
    }
}
