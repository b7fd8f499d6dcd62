package waggle.model.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.model.Actor;
import waggle.model.declaration.Resource;
import waggle.model.lists.Condition;
import waggle.model.lists.Facets;
import waggle.model.lists.ListRequest;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.store.Store;

/** One search over the records of several types, with the rules of {@code search} of their lists. */
public final class Searches {
    /** The most records of each type that a search returns. */
    public static final int MOST = 20;

    /** The records of each type if a request does not say how many. */
    public static final int DEFAULT = 5;

    private static final Comparator<Match> BEST = Comparator.comparingInt(Match::rank)
            .thenComparing(Comparator.comparing(Match::uuid, Comparator.comparing(UUID::toString))
                    .reversed());

    private final Function<Resource<?>, Store<?>> stores;

    /** @param stores the records of a resource */
    public Searches(Function<Resource<?>, Store<?>> stores) {
        this.stores = stores;
    }

    /** A record that has all words. */
    private record Match(UUID uuid, String field, int rank) {}

    /**
     * Finds the records of some types in which every word occurs. Of each type, records come first whose field begins with the
     * first word, in the order of the fields that are searched, and then the newest ones.
     *
     * @param words folded, without white space
     * @param most records of each type
     */
    public List<SearchResult> find(Actor actor, List<SearchType> types, List<String> words, int most) {
        return types.stream()
                .flatMap(type -> find(stores.apply(type.resource()), actor, type, words, most))
                .toList();
    }

    private static <T> Stream<SearchResult> find(
            Store<T> store, Actor actor, SearchType type, List<String> words, int most) {
        var fields = store.resource().listing().searched();
        var best = new PriorityQueue<>(BEST.reversed());
        var scan = store.scan(actor);
        scan.visit(request(fields, words), (uuid, facets) -> {
            best.add(match(uuid, facets, fields, words.getFirst()));
            if (best.size() > most) {
                best.remove();
            }
        });
        var matches = new ArrayList<>(best);
        matches.sort(BEST);
        var records = scan.records(matches.stream().map(Match::uuid).toList()).stream()
                .collect(Collectors.toMap(Entity::uuid, Function.<Entity<T>>identity()));
        return matches.stream().flatMap(match -> result(type, match, records));
    }

    private static <T> Stream<SearchResult> result(SearchType type, Match match, Map<UUID, Entity<T>> records) {
        return Stream.ofNullable(records.get(match.uuid()))
                .map(Entity::value)
                .map(value -> new SearchResult(
                        type, match.uuid(), SearchType.label(value), SearchType.detail(value), match.field()));
    }

    private static ListRequest request(List<String> fields, List<String> words) {
        return new ListRequest(
                new PageRequest(1, PageRequest.MAXIMUM_SIZE),
                TimeSpan.ALWAYS,
                List.of(new Condition.Search(fields, words)),
                List.of());
    }

    private static Match match(UUID uuid, Facets facets, List<String> fields, String word) {
        for (var at = 0; at < fields.size(); at++) {
            if (facets.anyFolded(fields.get(at), value -> value.startsWith(word))) {
                return new Match(uuid, fields.get(at), at);
            }
        }
        var at = 0;
        while (!contains(facets, fields.get(at), word)) {
            at++;
        }
        return new Match(uuid, fields.get(at), fields.size() + at);
    }

    private static boolean contains(Facets facets, String field, String word) {
        return facets.anyFolded(field, value -> value.contains(word));
    }
}
