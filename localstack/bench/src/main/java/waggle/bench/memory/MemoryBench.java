package waggle.bench.memory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import waggle.bench.figures.Figure;
import waggle.bench.figures.Times;
import waggle.model.declaration.Resource;
import waggle.model.lists.ListRequest;
import waggle.model.memory.Bounds;
import waggle.model.memory.ListMemory;

/** Measures what kept facets need on the heap, and what lists of them take, without a table. */
public final class MemoryBench {
    private static final int RECORDS = 100_000;
    private static final int MANY = 1_000_000;
    private static final int CALLS = 41;
    private static final Bounds PLENTY = Bounds.ofBytes(Long.MAX_VALUE / 4);

    /** About what DynamoDB takes to return a megabyte. */
    private static final Duration LATENCY = Duration.ofMillis(40);

    private static final double MEGABYTE = 1 << 20;

    private final Kinds kinds;
    private final PrintStream out;

    private MemoryBench(Path root, PrintStream out) {
        this.kinds = new Kinds(root);
        this.out = out;
    }

    /**
     * Measures and prints.
     *
     * @param root the root of the checkout, which has the samples of the records
     */
    public static void run(Path root, PrintStream out) throws IOException, InterruptedException {
        var bench = new MemoryBench(root, out);
        bench.heaps();
        bench.loads();
        ManyRecords.run(bench.kinds, out);
        ManyCompanies.run(root, out);
    }

    private void heaps() throws IOException {
        out.println();
        out.printf(Locale.ROOT, "%-24s %9s %9s %9s %10s%n", "Kept records", "MB", "bound MB", "sort ms", "search ms");
        for (var kind : kinds.all()) {
            heap(kind, RECORDS);
        }
        heap(kinds.named("partner"), MANY);
    }

    private void heap(Resource<?> kind, int records) throws IOException {
        var table = new GeneratedTable(kind, kinds.sample(kind), records, Duration.ZERO);
        var before = used();
        var memory = new ListMemory(table, "generated", Clock.systemUTC(), PLENTY);
        find(memory, kind, Kinds.sorted(kind));
        var heap = used() - before;
        var bound = memory.bytes();
        out.printf(
                Locale.ROOT,
                "%-24s %9.1f %9.1f %9.1f %10.1f%n",
                records + " " + kind.path(),
                heap / MEGABYTE,
                bound / MEGABYTE,
                times(memory, kind, Kinds.sorted(kind)).median(),
                times(memory, kind, Kinds.searched(kind)).median());
    }

    private static long used() {
        for (var i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Times times(ListMemory memory, Resource<?> kind, ListRequest request) {
        var nanos = new ArrayList<Long>();
        for (var call = 0; call < CALLS; call++) {
            var start = System.nanoTime();
            find(memory, kind, request);
            nanos.add(System.nanoTime() - start);
        }
        return new Times(nanos);
    }

    private static void find(ListMemory memory, Resource<?> kind, ListRequest request) {
        var found = memory.find(GeneratedTable.company(0), kind, request, target -> Map.of());
        if (found.isEmpty() || found.get().uuids().isEmpty()) {
            throw new IllegalStateException(kind.name() + " was not found in memory");
        }
    }

    private void loads() throws IOException {
        var kind = kinds.named("partner");
        var record = kinds.sample(kind);
        Figure.print(
                out,
                "Load of %d %s, %d ms a reply".formatted(RECORDS, kind.path(), LATENCY.toMillis()),
                List.of(
                        new Figure("ms", load(new GeneratedTable(kind, record, RECORDS, LATENCY), kind), Figure.NONE),
                        new Figure(
                                "ms, without latency",
                                load(new GeneratedTable(kind, record, RECORDS, Duration.ZERO), kind),
                                Figure.NONE),
                        new Figure(
                                "ms of the replies, one after another",
                                (double) LATENCY.toMillis() * Math.ceilDiv(RECORDS, GeneratedTable.OF_A_REPLY),
                                Figure.NONE)));
    }

    private static double load(GeneratedTable table, Resource<?> kind) {
        var nanos = new ArrayList<Long>();
        for (var round = 0; round < 5; round++) {
            var memory = new ListMemory(table, "generated", Clock.systemUTC(), PLENTY);
            var start = System.nanoTime();
            find(memory, kind, Kinds.sorted(kind));
            nanos.add(System.nanoTime() - start);
        }
        return new Times(nanos).median();
    }
}
