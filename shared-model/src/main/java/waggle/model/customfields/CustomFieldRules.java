package waggle.model.customfields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.CaseFolding;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.customfields.CustomField.Option;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.lists.FoldedText;

/**
 * The rule of custom fields: makes their keys and the ids of their options from labels, and keeps both. Options are
 * parts that records refer to.
 */
final class CustomFieldRules implements Rule<CustomField> {
    static final String PATTERN = "[a-z][a-z0-9]*(_[a-z0-9]+)*";
    static final String EXPECTED = "must be in snake_case, like annual_revenue";
    static final int LONGEST = 64;

    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^_+|_+$");

    @Override
    public List<Part> parts(CustomField field) {
        return field.options().stream()
                .map(option -> new Part(option.requireId(), "option \"" + option.label() + "\""))
                .toList();
    }

    @Override
    public CustomField complete(Write write, @Nullable CustomField before, CustomField field) {
        if (before != null) {
            return field.completed(field.requireKey(), identified(before.options(), field.options()));
        }
        var others = others(write, field.entity());
        if (others.size() >= CustomField.MOST) {
            throw new WaggleException(
                    ErrorCode.CONFLICT, "An entity has at most %d custom fields".formatted(CustomField.MOST));
        }
        var key = Optional.ofNullable(field.key()).orElseGet(() -> free(of(field.label(), "field"), others));
        return field.completed(key, identified(List.of(), field.options()));
    }

    private static Set<String> others(Write write, CustomField.Entity entity) {
        return write.all(CustomField.RESOURCE).stream()
                .filter(other -> other.value().entity() == entity)
                .map(other -> other.value().requireKey())
                .collect(Collectors.toSet());
    }

    /** An option without an id keeps the id of the option with its label, if there was one. */
    private static List<Option> identified(List<Option> before, List<Option> options) {
        var taken = Stream.concat(before.stream(), options.stream())
                .map(Option::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        var identified = new ArrayList<Option>();
        for (var option : options) {
            var id = Optional.ofNullable(option.id())
                    .or(() -> sameLabel(before, options, option))
                    .orElseGet(() -> free(of(option.label(), "option"), taken));
            taken.add(id);
            identified.add(option.identified(id));
        }
        return identified;
    }

    /** An option that is sent with the id keeps it, even with another label. */
    private static Optional<String> sameLabel(List<Option> before, List<Option> options, Option option) {
        return before.stream()
                .filter(old -> CaseFolding.of(old.label()).equals(CaseFolding.of(option.label())))
                .map(Option::requireId)
                .filter(id -> options.stream().noneMatch(other -> id.equals(other.id())))
                .findFirst();
    }

    private static String free(String id, Set<String> taken) {
        return taken.contains(id)
                ? IntStream.iterate(2, i -> i + 1)
                        .mapToObj(i -> cut(id, LONGEST - 4) + "_" + i)
                        .filter(other -> !taken.contains(other))
                        .findFirst()
                        .orElseThrow()
                : id;
    }

    /** The label in snake_case; {@code otherwise} for a label without Latin letters or digits. */
    static String of(String label, String otherwise) {
        var words = EDGES.matcher(OTHER.matcher(FoldedText.of(label)).replaceAll("_"))
                .replaceAll("");
        if (words.isEmpty()) {
            return otherwise;
        }
        return cut(Character.isDigit(words.charAt(0)) ? otherwise + "_" + words : words, LONGEST);
    }

    private static String cut(String id, int length) {
        return EDGES.matcher(id.substring(0, Math.min(id.length(), length))).replaceAll("");
    }
}
