package waggle.http.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.http.request.Parameters;
import waggle.http.request.Texts;
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
    private static final String TIME_EXPECTED =
            "must be a time like 2026-11-22T08:15:30.123Z or a date like 2026-11-22";
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]*+");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,10})?");

    /** Every number of so many digits fits a long. */
    private static final int DIGITS = 18;

    private final Parameters parameters;
    private final Resource<?> resource;
    private final Supplier<Set<String>> entryKeys;

    /**
     * Makes a reader of one query.
     *
     * @param entryKeys the keys of entries to filter by; loaded only if the query has such a filter
     */
    public ListQuery(Parameters parameters, Resource<?> resource, Supplier<Set<String>> entryKeys) {
        this.parameters = parameters;
        this.resource = resource;
        this.entryKeys = entryKeys;
    }

    /**
     * The request for a list. {@link Parameters#finish} reports invalid and unknown parameters.
     *
     * @param without filters that the list does not have
     */
    public ListRequest read(Collection<Filter> without) {
        var page =
                number("page", Long.MAX_VALUE, "must be a whole number from 1").orElse(1L);
        var size = number("pageSize", PageRequest.MAXIMUM_SIZE, "must be a whole number from 1 to 50")
                .orElse((long) PageRequest.DEFAULT_SIZE);
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
        return new ListRequest(new PageRequest(page, size.intValue()), created, List.copyOf(conditions), order);
    }

    private Optional<Long> number(String name, long maximum, String expected) {
        return parameters.read(name, expected, text -> Optional.of(text)
                .filter(number -> POSITIVE.matcher(number).matches())
                .map(ListQuery::clamped)
                .filter(number -> number <= maximum));
    }

    /** A page number too large for a long is past every end, like the largest long. */
    private static long clamped(String number) {
        return number.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(number);
    }

    private Stream<Condition> conditions(Filter filter) {
        return switch (filter.kind()) {
            case ONE_OF -> oneOf(filter.parameter(), filter.field(), FilterType.of(resource.type(filter.field())), "");
            case EVENT_TYPE -> eventTypes(filter);
            case ENTRY -> oneOf(filter.parameter(), filter.field(), FilterType.ENTRY, "");
            case PRESENT ->
                parameters
                        .read(filter.parameter(), FilterType.FLAG.expected(), FilterType.FLAG::one)
                        .<Condition>map(flag -> new Condition.Present(filter.field(), flag.equals("true")))
                        .stream();
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

    private Stream<Condition> eventTypes(Filter filter) {
        return parameters
                .read(filter.parameter(), EventTypes.UNKNOWN, Catalogue.eventTypes()::selected)
                .<Condition>map(types -> new Condition.AnyOf(
                        filter.field(), types.stream().map(FoldedText::of).collect(Collectors.toSet())))
                .stream();
    }

    private Stream<BigDecimal> amount(Filter filter) {
        return parameters
                .read(filter.parameter(), "must be a number like 1500.50", text -> Optional.of(text)
                        .filter(number -> NUMBER.matcher(number).matches())
                        .map(BigDecimal::new))
                .stream();
    }

    private Stream<Condition> oneOf(String parameter, String field, FilterType type, String prefix) {
        return parameters
                .read(parameter, type.expected(), type::read)
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
        return entryKeys.get().stream()
                .sorted()
                .flatMap(key -> oneOf(start + key + "]", filter.field(), FilterType.TEXT, key + ":"));
    }

    private Optional<Condition> search() {
        if (resource.listing().searched().isEmpty()) {
            return Optional.empty();
        }
        return parameters.read(
                "search", "must have 1 to " + Limits.SEARCH_CHARACTERS + " characters", text -> Optional.of(text)
                        .filter(search -> search.length() <= Limits.SEARCH_CHARACTERS)
                        .map(Texts::words)
                        .filter(words -> !words.isEmpty())
                        .map(words -> new Condition.Search(
                                resource.listing().searched(),
                                words.stream().map(FoldedText::of).toList())));
    }

    private List<Sorting> order() {
        if (resource.listing().sortable().isEmpty()) {
            return List.of();
        }
        var expected = "must be a list of "
                + String.join(", ", resource.listing().sortable()) + ", each once, with - for descending";
        return parameters.read("sort", expected, this::sortings).orElse(List.of());
    }

    private Optional<List<Sorting>> sortings(String text) {
        var sortings = Arrays.stream(text.split(",", -1))
                .map(name -> name.startsWith("-") ? new Sorting(name.substring(1), true) : new Sorting(name, false))
                .toList();
        var fields = sortings.stream().map(Sorting::field).toList();
        return resource.listing().sortable().containsAll(fields)
                        && fields.stream().distinct().count() == fields.size()
                ? Optional.of(sortings)
                : Optional.empty();
    }

    private @Nullable Instant time(String name) {
        return parameters.read(name, TIME_EXPECTED, Times::read).orElse(null);
    }
}
