package waggle.http.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.http.request.JsonBody;
import waggle.http.request.Texts;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Fields;
import waggle.model.json.Json;
import waggle.model.json.JsonFields;

/**
 * Makes a record from a request's body, or reports every fault of the body at once (docs/api.md, "Errors").
 *
 * @param <T> the record, whose components are the fields that clients may send
 */
public final class ShapeReader<T> {
    private final Class<T> shape;
    private final Fields rights;
    private final Function<T, List<Fault>> check;
    private final List<String> fields;

    /**
     * Makes a reader of one shape.
     *
     * @param rights what clients may do with single fields; counts are refused as read-only instead of unknown
     * @param check further faults of a value whose fields are all valid
     */
    public ShapeReader(Class<T> shape, Fields rights, Function<T, List<Fault>> check) {
        this.shape = shape;
        this.rights = rights;
        this.check = check;
        this.fields = Arrays.stream(shape.getRecordComponents())
                .map(JsonFields::nameOf)
                .toList();
    }

    /**
     * Reads a whole record.
     *
     * @throws WaggleException {@link waggle.model.ErrorCode#INVALID_REQUEST} with a fault for each field that is unknown,
     *     read-only, of the wrong type or out of bounds
     */
    public T read(JsonBody body) {
        return read(body, Map.of());
    }

    /**
     * Reads a whole record of which the path gives some fields.
     *
     * @param given fields that the body must not have, with their values
     */
    public T read(JsonBody body, Map<String, JsonNode> given) {
        var json = written(body);
        var refused = new ArrayList<>(refused(body));
        given.forEach((field, value) -> {
            if (json.has(field)) {
                refused.add(Faults.readOnly(field));
            }
            json.set(field, value);
        });
        try {
            var value = value(valid(json, refused));
            return accepted(value, refused);
        } catch (WaggleException e) {
            throw body.isAbsent() ? JsonBody.missing() : e;
        }
    }

    /** The body without read-only fields. */
    private ObjectNode written(JsonBody body) {
        return body.json().deepCopy().without(rights.readOnly());
    }

    private List<Fault> refused(JsonBody body) {
        return rights.readOnly().stream()
                .filter(body.json()::has)
                .map(Faults::readOnly)
                .toList();
    }

    /**
     * Applies a merge patch (RFC 7396). The result must be as valid as a new record, unless the patch changes nothing.
     *
     * @throws WaggleException {@link waggle.model.ErrorCode#INVALID_REQUEST} as for {@link #read}, and with a fault for each
     *     immutable field that would change
     */
    public T patch(T before, JsonBody body) {
        var old = Json.tree(before);
        var patch = written(body);
        var merged = MergePatch.apply(old, patch);
        patch.properties().stream()
                .filter(field -> !fields.contains(field.getKey()))
                .forEach(field -> merged.set(field.getKey(), field.getValue()));
        var faults = new ArrayList<>(refused(body));
        var valid = valid(merged, faults);
        var value = value(valid);
        if (faults.isEmpty() && value.equals(before)) {
            return before;
        }
        add(
                faults,
                rights.immutable().stream()
                        .filter(field -> !isSame(old.path(field), valid.path(field)))
                        .map(field -> new Fault(field, "cannot be changed")));
        return accepted(value, faults);
    }

    private static boolean isSame(JsonNode before, JsonNode after) {
        return before.equals(after)
                || (before.isNull() && after.isMissingNode())
                || (before.isNumber()
                        && after.isNumber()
                        && before.decimalValue().compareTo(after.decimalValue()) == 0);
    }

    private ObjectNode valid(ObjectNode json, List<Fault> faults) {
        return new ShapeTypes(faults, rights.contributed()).valid((ObjectNode) Texts.trimmed(json), shape);
    }

    private T value(ObjectNode valid) {
        return Json.read(valid, shape);
    }

    private T accepted(T value, List<Fault> faults) {
        var wrong = Set.copyOf(faults);
        add(faults, outOfBounds(value));
        addRules(faults, wrong, check.apply(value));
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(this::position));
            throw WaggleException.invalid(faults);
        }
        return value;
    }

    /** A missing field has no other fault. */
    private Stream<Fault> outOfBounds(T value) {
        var faults = Constraints.VALIDATOR.validate(value).stream()
                .filter(violation -> !Faults.isWithinBounds(violation))
                .map(Faults::outOfBounds)
                .toList();
        var missing =
                faults.stream().filter(Faults::isMissing).map(Fault::field).collect(Collectors.toSet());
        return faults.stream().filter(fault -> Faults.isMissing(fault) || !missing.contains(fault.field()));
    }

    /** A field of the wrong type is left out and so looks missing: it must not get a second fault. */
    private static void add(List<Fault> faults, Stream<Fault> more) {
        var fields = faults.stream().map(ShapeReader::root).collect(Collectors.toSet());
        faults.addAll(more.filter(fault -> !fields.contains(root(fault))).toList());
    }

    /** Rules may find in another way what is out of bounds: a place has one fault. */
    private static void addRules(List<Fault> faults, Set<Fault> wrong, List<Fault> ofRules) {
        var unread = wrong.stream().map(ShapeReader::root).collect(Collectors.toSet());
        var places = faults.stream().map(Fault::field).collect(Collectors.toSet());
        ofRules.stream()
                .filter(fault -> !unread.contains(root(fault)) && !places.contains(fault.field()))
                .forEach(faults::add);
    }

    /** Faults come in the order of the shape's fields, unknown fields last. */
    private int position(Fault fault) {
        var position = fields.indexOf(root(fault));
        return position < 0 ? fields.size() : position;
    }

    private static String root(Fault fault) {
        return fault.field().split("[.\\[]", 2)[0];
    }
}
