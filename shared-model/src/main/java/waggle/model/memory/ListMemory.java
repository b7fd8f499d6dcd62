package waggle.model.memory;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.declaration.Resource;
import waggle.model.lists.Condition.AnyOf;
import waggle.model.lists.FacetVisitor;
import waggle.model.lists.ListRequest;
import waggle.model.lists.TimeSpan;

/**
 * The facets of the collections that one instance of a function was asked to filter or sort (README, "Lists from memory").
 * The least recently used company goes first when memory is short.
 */
public final class ListMemory {
    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final Bounds bounds;

    /** The least recently used first. */
    private final Map<UUID, CompanyMemory> companies = new LinkedHashMap<>(16, 0.75f, true);

    /** A memory of a share of the heap. Keys of events have the time of the system's clock, so it is compared with that. */
    public ListMemory(DynamoDbClient client, String table) {
        this(client, table, Clock.systemUTC(), Bounds.ofHeap());
    }

    /**
     * Makes an empty memory.
     *
     * @param clock a minute apart at most from the clocks of all writers, their delays included
     */
    public ListMemory(DynamoDbClient client, String table, Clock clock, Bounds bounds) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.bounds = bounds;
    }

    /** Reads what it wants from a kept collection, while nothing changes it. */
    @FunctionalInterface
    interface Reader<R> {

        /**
         * Reads once.
         *
         * @param isYoung whether a record was written so recently that it has to be read consistently
         */
        R read(KeptCollection kept, Function<Resource<?>, Map<String, Integer>> places, Predicate<UUID> isYoung);
    }

    /**
     * Shows the facets of every record of a list in its order, after a read of what changed since the last one.
     *
     * @param positions of the records of another resource in its own order, by uuid
     * @return whether a record was written so recently that it has to be read consistently; empty if the list has to be read
     *     from the table
     */
    public Optional<Predicate<UUID>> visit(
            UUID company,
            Resource<?> resource,
            ListRequest request,
            Function<Resource<?>, Map<String, Integer>> positions,
            FacetVisitor visitor) {
        return read(company, resource, request, positions, (kept, places, isYoung) -> {
            kept.visit(request, places, visitor);
            return isYoung;
        });
    }

    /**
     * Answers a list from memory, after a read of what changed since the last one.
     *
     * @param positions of the records of another resource in its own order, by uuid
     * @return empty if the list has to be read from the table
     */
    public Optional<Found> find(
            UUID company,
            Resource<?> resource,
            ListRequest request,
            Function<Resource<?>, Map<String, Integer>> positions) {
        return read(
                company, resource, request, positions, (kept, places, isYoung) -> kept.find(request, places, isYoung));
    }

    private <R> Optional<R> read(
            UUID company,
            Resource<?> resource,
            ListRequest request,
            Function<Resource<?>, Map<String, Integer>> positions,
            Reader<R> reader) {
        if (!isKept(resource)) {
            return Optional.empty();
        }
        var memory = of(company);
        try {
            return memory.read(resource, request, !isNarrow(resource, request), positions, reader);
        } finally {
            trim(memory);
        }
    }

    /** Forgets everything, so that no snapshot of this process has records. */
    public synchronized void clear() {
        companies.clear();
    }

    /** An upper bound of the bytes on the heap. */
    public synchronized long bytes() {
        return companies.values().stream().mapToLong(CompanyMemory::bytes).sum();
    }

    /** Only events tell what changed. Nested collections are small. */
    static boolean isKept(Resource<?> resource) {
        return resource.hasEvents()
                && resource.storing().isCounted()
                && !resource.storing().isLog()
                && resource.nesting().isEmpty();
    }

    /** Whether an index has the list's part of the collection, so that nothing else has to be read. */
    private static boolean isNarrow(Resource<?> resource, ListRequest request) {
        // The lists of records that expire always begin at a time.
        var isPart = !request.created().equals(TimeSpan.ALWAYS)
                && resource.storing().retention().isEmpty();
        return isPart
                || request.conditions().stream()
                        .anyMatch(condition -> condition instanceof AnyOf any
                                && resource.grouping(any.field()).isPresent());
    }

    private synchronized CompanyMemory of(UUID company) {
        return companies.computeIfAbsent(company, uuid -> new CompanyMemory(client, table, uuid, clock, bounds));
    }

    private synchronized void trim(CompanyMemory used) {
        var eldest = companies.values().iterator();
        for (var bytes = bytes(); bytes > bounds.bytes() && eldest.hasNext(); ) {
            var memory = eldest.next();
            if (memory != used) {
                bytes -= memory.bytes();
                eldest.remove();
            }
        }
    }
}
