package waggle.model.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Resource;
import waggle.model.lists.StoredFacets;

/** The facets of a collection's records, column by column. The rows are in the order of the records' uuids. */
final class Columns {
    /** Two numbers of a uuid, two times and a version. */
    private static final int BYTES_OF_ROW = 36;

    /** Texts that many records have, such as a status or a partner, are kept once; rare ones are not worth a place. */
    private static final int MOST_POOLED = 10_000;

    /** An entry of the pool without its text. */
    private static final int BYTES_OF_POOLED = 48;

    /** The version of a record that is not known, or known from the index only. */
    static final long UNKNOWN = 0;

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, String> pool = new HashMap<>();
    private final int bytesOfRow;
    private long[] most = {};
    private long[] least = {};
    private long[] created = {};
    private long[] updated = {};
    private long[] versions = {};
    private int size;
    private long bytesOfValues;

    Columns(Resource<?> resource) {
        var listing = resource.listing();
        var filtered = listing.filters().stream().map(Filter::field).toList();
        StoredFacets.fields(resource).forEach(field -> {
            var isFolded = listing.searched().contains(field)
                    || listing.sortable().contains(field)
                    || listing.order().equals(Optional.of(field));
            columns.put(field, new Column(filtered.contains(field), isFolded, this::pooled));
        });
        bytesOfRow = BYTES_OF_ROW
                + columns.values().stream().mapToInt(Column::bytesOfRow).sum();
    }

    private String pooled(String text) {
        if (pool.size() < MOST_POOLED) {
            pool.putIfAbsent(text, text);
        }
        return pool.getOrDefault(text, text);
    }

    int size() {
        return size;
    }

    /** An upper bound of the bytes on the heap. */
    long bytes() {
        return (long) bytesOfRow * most.length + (long) BYTES_OF_POOLED * pool.size() + bytesOfValues;
    }

    /**
     * Adds a record, or replaces an older version of it.
     *
     * @param time of creation, in epoch milliseconds
     * @param version {@link #UNKNOWN} if it is read from the index
     * @param without fields whose values are kept if the record is there
     */
    void put(UUID uuid, long time, long version, Map<String, AttributeValue> facets, Predicate<String> without) {
        var found = row(uuid);
        var row = found < 0 ? insert(-found - 1, uuid) : found;
        if (version < versions[row]) {
            return;
        }
        created[row] = time;
        updated[row] = Long.parseLong(
                Objects.requireNonNull(facets.get(StoredFacets.UPDATED)).n());
        versions[row] = version;
        bytesOfValues -= bytes(row);
        columns.forEach((field, column) -> {
            if (found < 0 || !without.test(field)) {
                column.set(row, facets.get(field));
            }
        });
        bytesOfValues += bytes(row);
    }

    /** Adds the records of other columns of the same resource, each in its place. */
    Columns addAll(Columns others) {
        for (var from = 0; from < others.size; from++) {
            var uuid = others.uuid(from);
            var found = row(uuid);
            var row = found < 0 ? insert(-found - 1, uuid) : found;
            bytesOfValues -= bytes(row);
            created[row] = others.created[from];
            updated[row] = others.updated[from];
            for (var column : columns.entrySet()) {
                column.getValue().copy(row, Objects.requireNonNull(others.columns.get(column.getKey())), from);
            }
            bytesOfValues += bytes(row);
        }
        return this;
    }

    private int bytes(int row) {
        return columns.values().stream().mapToInt(column -> column.bytes(row)).sum();
    }

    void remove(UUID uuid) {
        var row = row(uuid);
        if (row >= 0) {
            bytesOfValues -= bytes(row);
            move(row + 1, row, size - row - 1);
            size--;
            columns.values().forEach(column -> column.clear(size));
        }
    }

    private int insert(int row, UUID uuid) {
        if (size == most.length) {
            resize(Math.max(16, size + size / 4));
        }
        move(row, row + 1, size - row);
        most[row] = uuid.getMostSignificantBits();
        least[row] = uuid.getLeastSignificantBits();
        versions[row] = UNKNOWN;
        columns.values().forEach(column -> column.clear(row));
        size++;
        return row;
    }

    private void resize(int capacity) {
        most = Arrays.copyOf(most, capacity);
        least = Arrays.copyOf(least, capacity);
        created = Arrays.copyOf(created, capacity);
        updated = Arrays.copyOf(updated, capacity);
        versions = Arrays.copyOf(versions, capacity);
        columns.values().forEach(column -> column.resize(capacity));
    }

    private void move(int from, int to, int count) {
        for (var array : new long[][] {most, least, created, updated, versions}) {
            System.arraycopy(array, from, array, to, count);
        }
        columns.values().forEach(column -> column.move(from, to, count));
    }

    /** The row of a record, or the place at which to insert it, below zero as {@link Arrays#binarySearch} returns it. */
    private int row(UUID uuid) {
        var last = size - 1;
        if (last < 0 || compare(last, uuid) < 0) {
            return -size - 1;
        }
        var first = 0;
        while (first <= last) {
            var middle = (first + last) >>> 1;
            var order = compare(middle, uuid);
            if (order == 0) {
                return middle;
            }
            first = order < 0 ? middle + 1 : first;
            last = order < 0 ? last : middle - 1;
        }
        return -first - 1;
    }

    /** The order of the uuids as texts. */
    private int compare(int row, UUID uuid) {
        var order = Long.compareUnsigned(most[row], uuid.getMostSignificantBits());
        return order == 0 ? Long.compareUnsigned(least[row], uuid.getLeastSignificantBits()) : order;
    }

    long version(UUID uuid) {
        var row = row(uuid);
        return row < 0 ? UNKNOWN : versions[row];
    }

    UUID uuid(int row) {
        return new UUID(most[row], least[row]);
    }

    long created(int row) {
        return created[row];
    }

    long updated(int row) {
        return updated[row];
    }

    /** The column of a field; null if no record has a value in it. */
    @Nullable
    Column column(String field) {
        return columns.get(field);
    }
}
