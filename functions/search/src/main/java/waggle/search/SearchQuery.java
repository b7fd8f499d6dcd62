package waggle.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.http.request.Texts;
import waggle.model.CodePoints;
import waggle.model.Fault;
import waggle.model.Limits;
import waggle.model.WaggleException;
import waggle.model.lists.FoldedText;
import waggle.model.search.SearchType;
import waggle.model.search.Searches;

/**
 * The parameters of a search.
 *
 * @param q the words to find, with at least two letters or digits; case and accents do not matter
 * @param types some of partner, lead, deal and contact, with commas between; all if absent; types that the key may not read are
 *     left out
 * @param limit the most records of each type; 5 if absent
 */
record SearchQuery(
        @NotNull @Size(min = 2, max = Limits.SEARCH_CHARACTERS) @Pattern(regexp = SearchQuery.SEARCHABLE)
        String q,

        @Nullable @Size(max = Limits.PARAMETER_CHARACTERS) @Pattern(regexp = SearchQuery.TYPES)
        String types,

        @Min(1) @Max(Searches.MOST) int limit) {
    static final String SEARCHABLE = "[\\s\\S]*[\\p{L}\\p{N}][\\s\\S]*[\\p{L}\\p{N}][\\s\\S]*";
    static final String TYPES = "(partner|lead|deal|contact)(,(partner|lead|deal|contact))*";

    private static final java.util.regex.Pattern COMPILED = java.util.regex.Pattern.compile(SEARCHABLE);
    private static final String Q = "q";
    private static final String Q_EXPECTED =
            "must have 2 to " + Limits.SEARCH_CHARACTERS + " characters, two letters or digits among them, like q=caf";
    private static final String TYPES_EXPECTED = "must be a list of "
            + Stream.of(SearchType.values()).map(SearchType::id).collect(Collectors.joining(", "))
            + ", each once, like types=partner,lead";

    /**
     * What a valid query asks for.
     *
     * @param words folded
     */
    record Wanted(List<String> words, List<SearchType> types, int limit) {}

    /** @throws WaggleException with a fault for each parameter that is missing or invalid */
    static Wanted read(Query query) {
        var parameters = new Parameters(query);
        var words = parameters.read(Q, Q_EXPECTED, SearchQuery::words);
        var types = parameters.readList("types", TYPES_EXPECTED, SearchQuery::types);
        var limit = parameters.number("limit", Searches.MOST).orElse((long) Searches.DEFAULT);
        parameters.finish();
        return new Wanted(
                words.orElseThrow(
                        () -> WaggleException.invalid(List.of(new Fault(Q, "is required; it " + Q_EXPECTED)))),
                types.orElse(List.of(SearchType.values())),
                limit.intValue());
    }

    private static Optional<List<String>> words(String text) {
        return Optional.of(text)
                .filter(search -> CodePoints.count(search) <= Limits.SEARCH_CHARACTERS)
                .filter(search -> COMPILED.matcher(search).matches())
                .map(search -> Texts.words(search).stream().map(FoldedText::of).toList());
    }

    private static Optional<List<SearchType>> types(List<String> names) {
        var types = names.stream()
                .flatMap(name -> Arrays.stream(SearchType.values())
                        .filter(type -> type.id().equals(name)))
                .toList();
        return types.size() == names.size() && types.stream().distinct().count() == types.size()
                ? Optional.of(types)
                : Optional.empty();
    }
}
