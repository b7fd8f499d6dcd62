package waggle.http.query;

import com.fasterxml.jackson.databind.JavaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import waggle.http.request.EnumNames;
import waggle.model.Limits;
import waggle.model.Uuids;
import waggle.model.lists.FoldedText;

/**
 * The values that a filter accepts; several are separated by commas.
 *
 * @param expected the fault's message
 */
record FilterType(String expected, Predicate<String> accepts) {
    static final FilterType FLAG = new FilterType("must be true or false", Set.of("true", "false")::contains);
    static final FilterType TEXT = new FilterType(
            "must be texts of 1 to " + Limits.FILTER_CHARACTERS + " characters",
            text -> !text.isEmpty() && text.length() <= Limits.FILTER_CHARACTERS);
    static final FilterType ENTRY = new FilterType(
            "must be <system>:<id>, or several",
            text -> text.matches("(?s)[a-z][a-z0-9_]{0,63}:.{1," + Limits.FILTER_CHARACTERS + "}"));
    private static final FilterType IDENTIFIER = new FilterType(
            "must be a uuid, or several", text -> Uuids.parse(text).isPresent());

    static FilterType of(JavaType type) {
        if (type.isEnumType()) {
            var names = EnumNames.of(type);
            return new FilterType("must be one or some of " + String.join(", ", names), names::contains);
        }
        if (type.hasRawClass(UUID.class)) {
            return IDENTIFIER;
        }
        return type.hasRawClass(Boolean.class) ? FLAG : TEXT;
    }

    Optional<String> one(String text) {
        return Optional.of(text).filter(accepts);
    }

    /** The values, folded like the stored ones; empty if one of them is invalid. */
    Optional<Set<String>> read(String text) {
        var values = List.of(text.split(",", -1));
        return values.stream().allMatch(accepts)
                ? Optional.of(values.stream().map(FoldedText::of).collect(Collectors.toSet()))
                : Optional.empty();
    }
}
