package waggle.model.memory;

/**
 * What a memory keeps.
 *
 * @param bytes that all kept facets may use on the heap
 * @param few the number of records from which a collection is kept. The facets of fewer cost some read units each time,
 *     which is what a page costs.
 * @param changes the most events of a minute and since the last list, for each hundred kept records. An event is some four
 *     times as large as the facets of a record, so more of them would cost more than to read all facets again.
 */
public record Bounds(long bytes, int few, int changes) {
    private static final int FEW = 200;
    private static final int CHANGES = 25;

    /** The part of the heap that kept facets may use. */
    private static final int OF_HEAP = 4;

    /** The part of the bytes that one company may use, so that it never pushes out all others. */
    private static final int OF_ALL = 2;

    /** The bounds of a function, by the heap of this process. */
    public static Bounds ofHeap() {
        return ofBytes(Runtime.getRuntime().maxMemory() / OF_HEAP);
    }

    /** The bounds of a function with a given share of its heap. */
    public static Bounds ofBytes(long bytes) {
        return new Bounds(bytes, FEW, CHANGES);
    }

    long bytesOfCompany() {
        return bytes / OF_ALL;
    }

    /** Whether so many events are worth reading for so many kept records. */
    boolean isWorth(long events, long records) {
        return events * 100 <= records * changes;
    }
}
