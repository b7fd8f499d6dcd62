package waggle.http.request;

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

/** Reads query parameters one by one, and reports the faults of all of them together at the end. */
public final class Parameters {
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

    /**
     * Reports the faults.
     *
     * @throws WaggleException with a fault for each unknown or invalid parameter
     */
    public void finish() {
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
