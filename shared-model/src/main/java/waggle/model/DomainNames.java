package waggle.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Domain names that are written in Unicode, in ASCII: {@code xn--mller-kva.example} for {@code müller.example} (RFC 5891).
 * The JDK's {@link java.net.IDN} follows the older RFC 3490, which makes another company's domain of {@code faß.de}.
 */
public final class DomainNames {
    /**
     * Letters, marks and digits of all scripts, and hyphens: no symbols, so no emoji (RFC 5892 §2). A label begins with
     * neither a hyphen nor a mark, ends with no hyphen, and has no two hyphens in the place of a prefix (RFC 5891 §4.2.3).
     */
    private static final Pattern LABEL = Pattern.compile("(?![-\\p{M}]|..--)[\\p{L}\\p{M}\\p{Nd}-]+(?<!-)");

    private static final Pattern DOTS = Pattern.compile("[.\u3002\uFF0E\uFF61]");
    private static final String PREFIX = "xn--";

    /** The parameters of Punycode (RFC 3492 §5). */
    private static final int BASE = 36;

    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 0x80;

    private DomainNames() {}

    /**
     * The name in ASCII. A label that is ASCII already stays as it is, and so does one with characters that no domain name
     * has.
     *
     * @param name labels with dots between them, the ideographic dot and other full stops of RFC 3490 §3.1 included
     */
    public static String ascii(String name) {
        return Arrays.stream(DOTS.split(name, -1)).map(DomainNames::label).collect(Collectors.joining("."));
    }

    private static String label(String label) {
        if (CodePoints.areAscii(label)) {
            return label;
        }
        var mapped = Normalizer.normalize(label.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        if (!LABEL.matcher(mapped).matches()) {
            return label;
        }
        return CodePoints.areAscii(mapped) ? mapped : PREFIX + punycode(mapped);
    }

    /** RFC 3492 §6.3. */
    private static String punycode(String label) {
        var points = label.codePoints().toArray();
        var out = new StringBuilder();
        label.codePoints().filter(c -> c < INITIAL_N).forEach(out::appendCodePoint);
        var basic = out.length();
        var handled = basic;
        if (basic > 0) {
            out.append('-');
        }
        var n = INITIAL_N;
        var delta = 0;
        var bias = INITIAL_BIAS;
        while (handled < points.length) {
            var from = n;
            var next = Arrays.stream(points).filter(c -> c >= from).min().orElseThrow();
            delta += (next - n) * (handled + 1);
            n = next;
            for (var c : points) {
                if (c < n) {
                    delta++;
                } else if (c == n) {
                    encode(delta, bias, out);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return out.toString();
    }

    private static void encode(int delta, int bias, StringBuilder out) {
        var rest = delta;
        for (var k = BASE; ; k += BASE) {
            var t = Math.clamp(k - bias, T_MIN, T_MAX);
            if (rest < t) {
                out.append(digit(rest));
                return;
            }
            out.append(digit(t + (rest - t) % (BASE - t)));
            rest = (rest - t) / (BASE - t);
        }
    }

    /** a to z are 0 to 25, 0 to 9 are 26 to 35. */
    private static char digit(int value) {
        return (char) (value < T_MAX ? 'a' + value : '0' + value - T_MAX);
    }

    /** RFC 3492 §6.1. */
    private static int adapt(int delta, int points, boolean isFirst) {
        var rest = isFirst ? delta / DAMP : delta / 2;
        rest += rest / points;
        var k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }
}
