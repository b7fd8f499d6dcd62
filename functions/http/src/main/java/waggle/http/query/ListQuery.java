package waggle.http.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.http.request.Parameters;
import waggle.http.request.Texts;
import waggle.model.CodePoints;
import waggle.model.FilterType;
import waggle.model.Limits;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Resource;
import waggle.model.events.EventTypes;
import waggle.model.lists.Condition;
import waggle.model.lists.FoldedText;
import waggle.model.lists.ListRequest;
import waggle.model.lists.Sorting;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;

/** Reads the parameters of a list that choose, sort and page its records (docs/api.md, "Lists"). */
public final class ListQuery {
    /** What a search must have, as a regular expression: without a letter or digit it would find everything. */
    public static final String SEARCHABLE = "[\\p{L}\\p{N}]";

    private static final Pattern LETTER_OR_DIGIT = Pattern.compile(SEARCHABLE);

    private final Parameters parameters;
    private final Resource<?> resource;
    private final Supplier<Map<String, FilterType>> entries;

    /**
     * Makes a reader of one query.
     *
     * @param entries the keys of entries to filter by, with their values; loaded only if the query has such a filter
     */
    public ListQuery(Parameters parameters, Resource<?> resource, Supplier<Map<String, FilterType>> entries) {
        this.parameters = parameters;
        this.resource = resource;
        this.entries = entries;
    }

    /**
     * The request for a list. {@link Parameters#finish} reports invalid and unknown parameters.
     *
     * @param without filters that the list does not have
     */
    public ListRequest read(Collection<Filter> without) {
        return read(without, page(parameters, PageRequest.DEFAULT_SIZE));
    }

    /** {@link #read(Collection)} with a page that was read before. */
    public ListRequest read(Collection<Filter> without, PageRequest page) {
        var conditions = new ArrayList<Condition>();
        resource.listing().filters().stream()
                .filter(filter -> !without.contains(filter))
                .flatMap(this::conditions)
                .forEach(conditions::add);
        search().ifPresent(conditions::add);
        var order = order();
        var created = new TimeSpan(time("created_after"), time("created_before"));
        var updated = new TimeSpan(time("updated_after"), time("updated_before"));
        if (!updated.equals(TimeSpan.ALWAYS)) {
            conditions.add(new Condition.Updated(updated));
        }
        return new ListRequest(page, created, List.copyOf(conditions), order);
    }

    /**
     * The page of a list.
     *
     * @param size of a page if the query has none
     */
    public static PageRequest page(Parameters parameters, int size) {
        var page = parameters.number("page", PageRequest.MAXIMUM_PAGE).orElse(1L);
        return new PageRequest(
                page,
                parameters
                        .number("pageSize", PageRequest.MAXIMUM_SIZE)
                        .orElse((long) size)
                        .intValue());
    }

    private Stream<Condition> conditions(Filter filter) {
        return switch (filter.kind()) {
            case ONE_OF ->
                filter.findsNone(resource)
                        ? references(filter)
                        : oneOf(filter.parameter(), filter.field(), FilterTypes.of(resource.type(filter.field())), "");
            case EVENT_TYPE -> eventTypes(filter);
            case ENTRY -> oneOf(filter.parameter(), filter.field(), FilterTypes.ENTRY, "");
            case PRESENT -> present(filter, "true");
            case ABSENT -> present(filter, "false");
            case ENTRIES -> entries(filter);
            case AT_LEAST -> amount(filter).map(least -> new Condition.Between(filter.field(), least, null));
            case AT_MOST -> amount(filter).map(most -> new Condition.Between(filter.field(), null, most));
            case AFTER ->
                Stream.ofNullable(time(filter.parameter()))
                        .map(after -> new Condition.Within(filter.field(), new TimeSpan(after, null)));
            case BEFORE ->
                Stream.ofNullable(time(filter.parameter()))
                        .map(before -> new Condition.Within(filter.field(), new TimeSpan(null, before)));
        };
    }

    private Stream<Condition> references(Filter filter) {
        return parameters
                .readList(filter.parameter(), FilterTypes.REFERENCE.expected(), FilterTypes.REFERENCE::read)
                .map(values -> references(filter.field(), values))
                .stream();
    }

    private static Condition references(String field, Set<String> values) {
        if (!values.contains(Filter.NONE)) {
            return new Condition.AnyOf(field, values);
        }
        var without = new Condition.Present(field, false);
        var uuids = values.stream().filter(value -> !value.equals(Filter.NONE)).collect(Collectors.toSet());
        return uuids.isEmpty() ? without : new Condition.Any(List.of(new Condition.AnyOf(field, uuids), without));
    }

    private Stream<Condition> present(Filter filter, String ifPresent) {
        return parameters
                .read(filter.parameter(), FilterType.FLAG.expected(), FilterType.FLAG.reader())
                .<Condition>map(flag -> new Condition.Present(filter.field(), flag.equals(ifPresent)))
                .stream();
    }

    private Stream<Condition> eventTypes(Filter filter) {
        return parameters
                .readList(filter.parameter(), EventTypes.UNKNOWN, patterns -> Catalogue.eventTypes()
                        .selected(String.join(",", patterns)))
                .<Condition>map(types -> new Condition.AnyOf(filter.field(), types))
                .stream();
    }

    private Stream<BigDecimal> amount(Filter filter) {
        return parameters
                .read(filter.parameter(), "must be a number like 1500.50", text -> Optional.of(text)
                        .filter(number -> FilterTypes.NUMBER.matcher(number).matches())
                        .map(BigDecimal::new))
                .stream();
    }

    private Stream<Condition> oneOf(String parameter, String field, FilterType type, String prefix) {
        return parameters
                .readList(parameter, type.expected(), type::read)
                .<Condition>map(values -> new Condition.AnyOf(
                        field, values.stream().map(value -> prefix + value).collect(Collectors.toSet())))
                .stream();
    }

    /** Reads {@code custom_fields[region]=emea}; loads the keys only if the query has such a parameter. */
    private Stream<Condition> entries(Filter filter) {
        var start = filter.parameter() + "[";
        if (parameters.names().noneMatch(name -> name.startsWith(start))) {
            return Stream.empty();
        }
        return new TreeMap<>(entries.get())
                .entrySet().stream()
                        .flatMap(entry -> oneOf(
                                start + entry.getKey() + "]", filter.field(), entry.getValue(), entry.getKey() + ":"));
    }

    private Optional<Condition> search() {
        if (resource.listing().searched().isEmpty()) {
            return Optional.empty();
        }
        return parameters.read(
                "search",
                "must have 1 to " + Limits.SEARCH_CHARACTERS + " characters, a letter or digit among them",
                text -> Optional.of(text)
                        .filter(search -> CodePoints.count(search) <= Limits.SEARCH_CHARACTERS)
                        .filter(search -> LETTER_OR_DIGIT.matcher(search).find())
                        .map(search -> new Condition.Search(resource.listing().searched(), folded(search))));
    }

    private static List<String> folded(String search) {
        return Texts.words(search).stream().map(FoldedText::of).toList();
    }

    private List<Sorting> order() {
        if (resource.listing().sortable().isEmpty()) {
            return List.of();
        }
        var expected = "must be a list of "
                + String.join(", ", resource.listing().sortable()) + ", each once, with - for descending";
        return parameters.readList("sort", expected, this::sortings).orElse(List.of());
    }

    private Optional<List<Sorting>> sortings(List<String> names) {
        var sortings = names.stream()
                .map(name -> name.startsWith("-") ? new Sorting(name.substring(1), true) : new Sorting(name, false))
                .toList();
        var fields = sortings.stream().map(Sorting::field).toList();
        return resource.listing().sortable().containsAll(fields)
                        && fields.stream().distinct().count() == fields.size()
                ? Optional.of(sortings)
                : Optional.empty();
    }

    private @Nullable Instant time(String name) {
        return parameters.read(name, QueryTimes::expected, QueryTimes::read).orElse(null);
    }
}
