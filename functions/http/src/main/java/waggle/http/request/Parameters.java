package waggle.http.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import waggle.model.CodePoints;
import waggle.model.Fault;
import waggle.model.Limits;
import waggle.model.WaggleException;
import waggle.model.keys.Scopes;

/** Reads query parameters one by one, and reports the faults of all of them together at the end. */
public final class Parameters {
    /** The gateway writes it in place of bytes that are not UTF-8. */
    private static final String REPLACEMENT = "\uFFFD";

    /** Every number of so many digits fits a long. */
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,17}");

    private static final String NOT_UTF8 = "must be UTF-8 in percent-encoding, like caf%C3%A9";

    private final Query query;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    public Parameters(Query query) {
        this.query = query;
    }

    public Scopes scopes() {
        return query.scopes();
    }

    /** The names of the parameters in the query. */
    public Stream<String> names() {
        return query.values().keySet().stream();
    }

    /**
     * The value of a parameter; empty if it is absent or invalid. A parameter given twice, or longer than {@link
     * Limits#PARAMETER_CHARACTERS}, is invalid.
     *
     * @param expected the fault's message
     * @param reader returns empty for an invalid text
     */
    public <V> Optional<V> read(String name, String expected, Function<String, Optional<V>> reader) {
        return read(name, text -> expected, reader);
    }

    /**
     * {@link #read(String, String, Function)} with a message that depends on the invalid text.
     *
     * @param expected makes the fault's message
     */
    public <V> Optional<V> read(String name, UnaryOperator<String> expected, Function<String, Optional<V>> reader) {
        return readAll(
                name,
                expected,
                Limits.PARAMETER_CHARACTERS,
                values -> values.size() == 1 ? reader.apply(values.getFirst()) : Optional.<V>empty());
    }

    /** A whole number from 1 to a greatest one. */
    public Optional<Long> number(String name, long greatest) {
        return read(name, "must be a whole number from 1 to " + greatest, text -> Optional.of(text)
                .filter(number -> POSITIVE.matcher(number).matches())
                .map(Long::valueOf)
                .filter(number -> number <= greatest));
    }

    /**
     * The values of a parameter, which stand between commas or in several parameters of the same name.
     *
     * @param reader returns empty if a text is invalid
     */
    public <V> Optional<V> readList(String name, String expected, Function<List<String>, Optional<V>> reader) {
        return readList(name, expected, Limits.PARAMETER_CHARACTERS, reader);
    }

    /**
     * {@link #readList(String, String, Function)} with a length of its own.
     *
     * @param most characters of one parameter
     */
    public <V> Optional<V> readList(
            String name, String expected, int most, Function<List<String>, Optional<V>> reader) {
        return readAll(
                name,
                text -> expected,
                most,
                values -> reader.apply(
                        values.stream().flatMap(value -> split(value).stream()).toList()));
    }

    private <V> Optional<V> readAll(
            String name, UnaryOperator<String> expected, int most, Function<List<String>, Optional<V>> reader) {
        known.add(name);
        var values = query.values().getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var isUtf8 = values.stream().noneMatch(value -> value.contains(REPLACEMENT));
        var value = isUtf8 && values.stream().allMatch(text -> CodePoints.count(text) <= most)
                ? reader.apply(values)
                : Optional.<V>empty();
        if (value.isEmpty()) {
            faults.add(new Fault(name, isUtf8 ? expected.apply(values.getFirst()) : NOT_UTF8));
        }
        return value;
    }

    /** The values between commas. A backslash takes the comma or the backslash after it into the value. */
    private static List<String> split(String text) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else if (c == '\\' && i + 1 < text.length() && ",\\".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
                value.append(text.charAt(i));
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }

    /**
     * Reports the faults.
     *
     * @throws WaggleException with a fault for each unknown or invalid parameter
     */
    public void finish() {
        query.values().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Fault(name, unknown(name)))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
    }

    private String unknown(String name) {
        var plain = name.replaceFirst("\\[[0-9]*]$", "");
        if (!plain.equals(name) && known.contains(plain)) {
            return "is not a parameter; write " + plain + "=a,b or " + plain + "=a&" + plain + "=b";
        }
        return known.isEmpty()
                ? "is not a parameter; there are none here"
                : "is not a parameter; known here are " + String.join(", ", known);
    }
}
