package waggle.model.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Resource;
import waggle.model.lists.FacetVisitor;
import waggle.model.lists.ListRequest;
import waggle.model.lists.LogSegments;
import waggle.model.lists.StoredFacets;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.Segment;
import waggle.model.table.TableDesign;

/** The facets of one collection as this instance knows them. */
final class KeptCollection {
    /** A tombstone on the heap. */
    private static final int BYTES_OF_GONE = 80;

    private final Resource<?> resource;
    private final Columns columns;
    private final Instant loaded;
    private final Set<String> counts;

    /** An event of before the removal may be read after that of the removal. */
    private final Set<UUID> gone = new HashSet<>();

    /**
     * Records with an event that may be older than what the index had of them. The index does not tell versions, and a
     * newer event may have an earlier key, if its writer was slow.
     */
    private final Set<UUID> unsure = new HashSet<>();

    /** Above the keys of all events that may precede the load. */
    private final String settled;

    /** Records whose counts moved without an event of their own. */
    private final Set<UUID> moved = new HashSet<>();

    KeptCollection(Resource<?> resource, Columns columns, Instant loaded) {
        this.resource = resource;
        this.columns = columns;
        this.loaded = loaded;
        this.settled = Segment.at(loaded.plus(LogSegments.SETTLED));
        this.counts = resource.fields().counts().stream()
                .filter(StoredFacets.fields(resource)::contains)
                .collect(Collectors.toSet());
    }

    Instant loaded() {
        return loaded;
    }

    long bytes() {
        return columns.bytes() + (long) BYTES_OF_GONE * (gone.size() + unsure.size() + moved.size());
    }

    int size() {
        return columns.size();
    }

    /** Whether lists sort by counts, which the writes of other records move. */
    boolean hasCounts() {
        return !counts.isEmpty();
    }

    /**
     * Applies an event of the collection. Only these three kinds tell the record as the write left it.
     *
     * @param key of the event
     * @param record after the change, or before its deletion
     */
    UUID apply(String key, String change, ObjectNode record) {
        var uuid = UUID.fromString(record.required("uuid").textValue());
        switch (change) {
            case "created", "updated" -> put(key, uuid, record);
            case "deleted" -> remove(uuid);
            default -> {
                // An event beyond a write lies in the transaction of one that has an event of its own.
            }
        }
        return uuid;
    }

    private void put(String key, UUID uuid, ObjectNode record) {
        if (gone.contains(uuid)) {
            return;
        }
        if (key.compareTo(settled) < 0 && columns.version(uuid) == Columns.UNKNOWN) {
            unsure.add(uuid);
            return;
        }
        columns.put(
                uuid,
                Instant.parse(record.required(TableDesign.CREATED_AT).textValue())
                        .toEpochMilli(),
                record.required("version").longValue(),
                StoredFacets.of(resource, record).m(),
                counts::contains);
    }

    private void remove(UUID uuid) {
        gone.add(uuid);
        columns.remove(uuid);
    }

    /** Another record was written. A record contributes to those that its field of their name has, before and after. */
    void moved(JsonNode record) {
        var uuid = record.path(resource.name() + "_uuid");
        if (uuid.isTextual()) {
            moved.add(UUID.fromString(uuid.textValue()));
        }
    }

    /** The records to read before a list: of those whose counts moved, only before it is sorted by a count. */
    Set<UUID> outdated(ListRequest request) {
        var outdated = new HashSet<>(unsure);
        if (request.order().stream().anyMatch(sorting -> counts.contains(sorting.field()))) {
            outdated.addAll(moved);
        }
        return outdated;
    }

    /**
     * Replaces what is known of records.
     *
     * @param items of those that exist, as they are stored now
     */
    void renew(Set<UUID> outdated, Map<UUID, Map<String, AttributeValue>> items) {
        for (var uuid : outdated) {
            var item = items.get(uuid);
            if (item == null) {
                remove(uuid);
            } else if (!gone.contains(uuid)) {
                columns.put(
                        uuid,
                        Instant.parse(value(item, TableDesign.CREATED_AT).s()).toEpochMilli(),
                        Long.parseLong(value(item, "version").n()),
                        value(item, TableDesign.FACETS).m(),
                        field -> false);
            }
        }
        unsure.removeAll(outdated);
        moved.removeAll(outdated);
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute));
    }

    /** The records of a page of a list, and how many the list has. */
    Found find(ListRequest request, Function<Resource<?>, Map<String, Integer>> places, Predicate<UUID> isYoung) {
        var rows = matches(request);
        var page = request.page();
        var slice = new RowOrder(columns, resource, places).slice(rows, page.offset(), page.size(), request.order());
        var uuids = Arrays.stream(slice).mapToObj(columns::uuid).toList();
        return Found.of(rows.length, uuids, isYoung);
    }

    /** Shows the facets of every record of a list, in its order. */
    void visit(ListRequest request, Function<Resource<?>, Map<String, Integer>> places, FacetVisitor visitor) {
        var rows = matches(request);
        var row = new Row(columns);
        for (var at : new RowOrder(columns, resource, places).slice(rows, 0, rows.length, request.order())) {
            visitor.visit(columns.uuid(at), row.at(at));
        }
    }

    /** The rows of a list, ascending. Condition by condition, since a condition reads few columns. */
    private int[] matches(ListRequest request) {
        var rows = IntStream.range(0, columns.size()).toArray();
        if (!request.created().equals(TimeSpan.ALWAYS)) {
            rows = those(rows, at -> request.created().contains(columns.created(at)));
        }
        var row = new Row(columns);
        for (var condition : request.conditions()) {
            rows = those(rows, at -> condition.holdsFor(row.at(at)));
        }
        return rows;
    }

    private static int[] those(int[] rows, IntPredicate test) {
        var count = 0;
        for (var row : rows) {
            if (test.test(row)) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
