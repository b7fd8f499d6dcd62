package waggle.model.boards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.model.Actor;
import waggle.model.Decimals;
import waggle.model.lists.Facets;
import waggle.model.lists.ListRequest;
import waggle.model.records.Entity;
import waggle.model.store.FacetScan;
import waggle.model.store.Store;

/** Reads boards: one pass over the facets of the list, and one batch read of the records that are shown. */
public final class Boards<T> {
    private static final String VALUE = "deal_value";
    private static final String CURRENCY = "currency_code";

    private final Store<T> store;
    private final boolean hasValues;

    public Boards(Store<T> store) {
        this.store = store;
        this.hasValues = store.resource().name().equals("deal");
    }

    /**
     * Reads a board. Counts and sums are those of all records of the list.
     *
     * @param request its page size is the most records of each group that are returned
     */
    public Board<T> read(Actor actor, Grouping grouping, ListRequest request) {
        var groups = new LinkedHashMap<String, Group>();
        grouping.keys(store.records(actor), store.resource()).forEach(key -> groups.put(key.value(), new Group(key)));
        var rest = new Group(Grouping.Key.NONE);
        var scan = store.scan(actor);
        scan.visit(request, (uuid, facets) -> facets.value(grouping.field())
                .map(value -> groups.getOrDefault(value, rest))
                .orElse(rest)
                .add(uuid, facets, request.page().size(), hasValues));
        var shown = Stream.concat(groups.values().stream(), Stream.of(rest).filter(group -> group.count > 0))
                .toList();
        return new Board<>(filled(shown, scan));
    }

    private List<BoardGroup<T>> filled(List<Group> groups, FacetScan<T> scan) {
        var uuids = groups.stream().flatMap(group -> group.first.stream()).toList();
        var records =
                scan.records(uuids).stream().collect(Collectors.toMap(Entity::uuid, Function.<Entity<T>>identity()));
        return groups.stream().map(group -> group.filled(records)).toList();
    }

    /** A group while the facets are read. */
    private static final class Group {
        private final Grouping.Key key;
        private final List<UUID> first = new ArrayList<>();
        private final Map<String, BigDecimal> sums = new TreeMap<>();
        private long count;

        Group(Grouping.Key key) {
            this.key = key;
        }

        void add(UUID uuid, Facets facets, int most, boolean hasValue) {
            count++;
            if (first.size() < most) {
                first.add(uuid);
            }
            if (hasValue) {
                facets.value(VALUE).ifPresent(value -> facets.value(CURRENCY)
                        .ifPresent(currency -> sums.merge(currency, new BigDecimal(value), BigDecimal::add)));
            }
        }

        <T> BoardGroup<T> filled(Map<UUID, Entity<T>> records) {
            return new BoardGroup<>(
                    key.stage(),
                    key.tier(),
                    key.status(),
                    count,
                    sums.entrySet().stream()
                            .map(sum -> new BoardSum(sum.getKey(), Decimals.plain(sum.getValue())))
                            .toList(),
                    first.stream()
                            .flatMap(uuid -> Stream.ofNullable(records.get(uuid)))
                            .toList());
        }
    }
}
