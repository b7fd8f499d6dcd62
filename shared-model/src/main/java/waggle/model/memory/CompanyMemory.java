package waggle.model.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.lists.ListRequest;
import waggle.model.lists.LogSegments;
import waggle.model.paging.Segment;
import waggle.model.records.ItemBatch;
import waggle.model.table.TableDesign;

/** The collections of one company that this instance keeps, and how far it knows the company's changes. */
final class CompanyMemory {
    /**
     * Kept facets are loaded again after this time, so that whatever no event tells, such as a migration, is seen, and no
     * instance that was frozen reads the changes of more than this time.
     */
    static final Duration KEPT = Duration.ofHours(1);

    /** An event appears at most this long after the time in its key: {@link LogSegments#SETTLED}. */
    private static final Duration OVERLAP = LogSegments.SETTLED;

    /** An entry of a map with two uuids. */
    private static final int BYTES_OF_ENTRY = 150;

    private final DynamoDbClient client;
    private final String table;
    private final UUID company;
    private final Clock clock;
    private final Bounds bounds;
    private final ChangeFeed feed;

    private final Loader loader;

    /** The least recently used first. */
    private final Map<String, KeptCollection> collections = new LinkedHashMap<>();

    /** Collections that are too large to keep, and since when this is known. */
    private final Map<String, Instant> tooLarge = new HashMap<>();

    /** The positions of the records of a resource in its own order; an event of the resource ends them. */
    private final Map<String, Map<String, Integer>> places = new HashMap<>();

    /** The records of the events that the last refresh read, by the keys of the events. */
    private Map<String, Optional<UUID>> seen = Map.of();

    private Instant known = Instant.MIN;
    private Instant busyUntil = Instant.MIN;
    private volatile long bytes = BYTES_OF_ENTRY;

    CompanyMemory(DynamoDbClient client, String table, UUID company, Clock clock, Bounds bounds) {
        this.client = client;
        this.table = table;
        this.company = company;
        this.clock = clock;
        this.bounds = bounds;
        this.feed = new ChangeFeed(client, table, company, false);
        this.loader = new Loader(client, table, company);
    }

    /** An upper bound of the bytes on the heap. */
    long bytes() {
        return bytes;
    }

    /**
     * Answers a list from memory. Requests for the same company wait for each other, so a collection is loaded once.
     *
     * @param isLoaded whether a collection is loaded that is not kept yet
     * @return empty if the list has to be read from the table
     */
    synchronized <R> Optional<R> read(
            Resource<?> resource,
            ListRequest request,
            boolean isLoaded,
            Function<Resource<?>, Map<String, Integer>> positions,
            ListMemory.Reader<R> reader) {
        var now = clock.instant();
        forgetOld(now);
        var kept = collections.remove(resource.name());
        if (kept == null) {
            if (!isLoaded || tooLarge.containsKey(resource.name()) || now.isBefore(busyUntil)) {
                return Optional.empty();
            }
            var columns = loader.load(resource, bounds.bytesOfCompany());
            if (columns.isEmpty()) {
                tooLarge.put(resource.name(), now);
                return Optional.empty();
            }
            kept = new KeptCollection(resource, columns.get(), now);
            if (kept.size() < bounds.few()) {
                return Optional.of(reader.read(kept, positions, every -> true));
            }
            // The events of the overlap may have been seen before, but not for this collection.
            seen = Map.of();
            known = collections.isEmpty() ? now : known;
        }
        collections.put(resource.name(), kept);
        return refresh(now) ? Optional.of(read(kept, resource, request, positions, reader)) : Optional.empty();
    }

    private <R> R read(
            KeptCollection kept,
            Resource<?> resource,
            ListRequest request,
            Function<Resource<?>, Map<String, Integer>> positions,
            ListMemory.Reader<R> reader) {
        renew(resource, kept, request);
        var written = seen.values().stream().flatMap(Optional::stream).collect(Collectors.toSet());
        var result = reader.read(
                kept,
                target -> places.computeIfAbsent(target.name(), name -> positions.apply(target)),
                written::contains);
        trim();
        return result;
    }

    private void forgetOld(Instant now) {
        var oldest = now.minus(KEPT);
        collections.values().removeIf(kept -> kept.loaded().isBefore(oldest));
        tooLarge.values().removeIf(since -> since.isBefore(oldest));
        if (collections.isEmpty()) {
            forget();
        }
    }

    private void forget() {
        collections.clear();
        places.clear();
        seen = Map.of();
        bytes = BYTES_OF_ENTRY;
    }

    /** Reads what changed since the last time, again from {@link #OVERLAP} before it. What was applied may be again. */
    private boolean refresh(Instant now) {
        var records =
                collections.values().stream().mapToLong(KeptCollection::size).sum();
        var read = new HashMap<String, Optional<UUID>>();
        var isWhole = feed.read(Segment.at(known.minus(OVERLAP)), event -> {
            var key = text(event, TableDesign.SORT_KEY);
            var before = seen.get(key);
            read.put(key, before == null ? apply(event) : before);
            return bounds.isWorth(read.size(), records);
        });
        if (!isWhole) {
            forget();
            busyUntil = now.plus(OVERLAP);
            return false;
        }
        seen = read;
        known = now;
        return true;
    }

    /** Applies the change of an event to what is kept, and returns the record, if any kept collection concerns it. */
    private Optional<UUID> apply(Map<String, AttributeValue> event) {
        var type = text(event, ChangeFeed.TYPE).split("\\.", 2);
        places.remove(type[0]);
        var kept = collections.get(type[0]);
        var counting = collections.values().stream()
                .filter(other -> other != kept && other.hasCounts())
                .toList();
        if (kept == null && counting.isEmpty()) {
            return Optional.empty();
        }
        var data = Json.parse(text(event, ChangeFeed.DATA), ObjectNode.class);
        counting.forEach(other -> {
            other.moved(data.path("object"));
            other.moved(data.path("previous"));
        });
        return Optional.ofNullable(kept)
                .map(its ->
                        its.apply(text(event, TableDesign.SORT_KEY), type[1], (ObjectNode) data.required("object")));
    }

    private void renew(Resource<?> resource, KeptCollection kept, ListRequest request) {
        var outdated = kept.outdated(request);
        var keys = outdated.stream().map(uuid -> resource.key(company, uuid)).toList();
        var items = new HashMap<UUID, Map<String, AttributeValue>>();
        ItemBatch.read(client, table, keys).forEach((key, item) -> items.put(UUID.fromString(key.sk()), item));
        kept.renew(outdated, items);
    }

    private void trim() {
        measure();
        var eldest = collections.keySet().iterator();
        while (bytes > bounds.bytesOfCompany() && eldest.hasNext()) {
            eldest.next();
            eldest.remove();
            measure();
        }
        if (collections.isEmpty()) {
            forget();
        }
    }

    private void measure() {
        var entries = seen.size() + places.values().stream().mapToInt(Map::size).sum();
        bytes = BYTES_OF_ENTRY * (1L + entries)
                + collections.values().stream().mapToLong(KeptCollection::bytes).sum();
    }

    private static String text(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute)).s();
    }
}
