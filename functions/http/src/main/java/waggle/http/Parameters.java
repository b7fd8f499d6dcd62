package waggle.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import waggle.model.Fault;
import waggle.model.Limits;
import waggle.model.WaggleException;
import waggle.model.keys.Scopes;

/** Reads the parameters of a query one by one. What is wrong with any of them is said at the end, all at once. */
final class Parameters {
    private final Query query;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    Parameters(Query query) {
        this.query = query;
    }

    Scopes scopes() {
        return query.scopes();
    }

    /** The names of those that the client wrote. */
    Stream<String> names() {
        return query.values().keySet().stream();
    }

    /**
     * The value of a parameter, or empty when it is absent or wrong.
     *
     * @param reader empty when the text is not what is expected
     */
    <V> Optional<V> read(String name, String expected, Function<String, Optional<V>> reader) {
        known.add(name);
        var values = query.values().getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var value = values.size() == 1 && values.getFirst().length() <= Limits.PARAMETER_CHARACTERS
                ? reader.apply(values.getFirst())
                : Optional.<V>empty();
        if (value.isEmpty()) {
            faults.add(new Fault(name, expected));
        }
        return value;
    }

    /** @throws WaggleException with a fault for each parameter that is unknown or wrong */
    void finish() {
        query.values().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Fault(name, unknown()))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
    }

    private String unknown() {
        return known.isEmpty()
                ? "is not a parameter; there are none here"
                : "is not a parameter; known here are " + String.join(", ", known);
    }
}
