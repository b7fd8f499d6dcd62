package waggle.site;

import java.util.Arrays;
import java.util.Locale;

/** The header {@code Accept} (RFC 9110, section 12.5.1). */
final class Accept {
    private Accept() {}

    /**
     * How much the client wants a media type, from 0 to 1: the quality of the most specific range that fits. Every type is
     * welcome to a client without the header.
     */
    static double quality(String accept, String type, String subtype) {
        if (accept.isBlank()) {
            return 1;
        }
        var ranges = Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",", -1))
                .map(range -> range.split(";", -1))
                .toList();
        for (var wanted : new String[] {type + "/" + subtype, type + "/*", "*/*"}) {
            for (var range : ranges) {
                if (range[0].strip().equals(wanted)) {
                    return quality(range);
                }
            }
        }
        return 0;
    }

    /** A quality that cannot be read counts as none at all, so that the client gets JSON. */
    private static double quality(String[] range) {
        return Arrays.stream(range)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("q="))
                .findFirst()
                .map(parameter -> parameter.substring(2))
                .map(text -> text.matches("(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(text) : 0)
                .orElse(1.0);
    }
}
