package waggle.bench.memory;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waggle.bench.figures.Figure;
import waggle.bench.figures.Times;
import waggle.model.Actor;
import waggle.model.declaration.Resource;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.memory.Bounds;
import waggle.model.memory.ListMemory;
import waggle.model.store.Store;

/**
 * The lists of very many tags, in memory and read for each list. They come from a generated table, since DynamoDB Local needs
 * an hour for so many records.
 */
record ManyRecords(Resource<?> kind, GeneratedTable table) {
    private static final int RECORDS = 1_000_000;
    private static final int CALLS = 21;
    private static final int FIRSTS = 3;

    /** The limit of a list, in milliseconds. */
    private static final double LONGEST = 60;

    /** The limit of the first list beside one that reads the table. */
    private static final double FIRST = 1.1;

    private static final Bounds PLENTY = Bounds.ofBytes(Long.MAX_VALUE / 4);

    static void run(Kinds kinds, PrintStream out) throws IOException {
        var kind = kinds.named("tag");
        new ManyRecords(kind, new GeneratedTable(kind, kinds.sample(kind), RECORDS, Duration.ZERO)).print(out);
    }

    private void print(PrintStream out) {
        var sorted = Kinds.sorted(kind);
        var filtered = Kinds.searched(kind).and(List.of(new Condition.AnyOf("association", Set.of("partner", "deal"))));
        var memory = memory();
        scan(memory, sorted);
        var byTable = firsts(sorted, false);
        var byMemory = firsts(sorted, true);
        Figure.print(
                out,
                "%d %s".formatted(RECORDS, kind.path()),
                List.of(
                        new Figure("memory: filter, search, sort, ms", times(memory, filtered), LONGEST),
                        new Figure("memory: sort, ms", times(memory, sorted), LONGEST),
                        new Figure("table: sort, ms", byTable, Figure.NONE),
                        new Figure("memory: first sort, ms", byMemory, Figure.NONE),
                        new Figure("memory: first sort / table: sort", byMemory / byTable, FIRST)));
    }

    private ListMemory memory() {
        return new ListMemory(table, "generated", Clock.systemUTC(), PLENTY);
    }

    private double firsts(ListRequest request, boolean remembers) {
        var nanos = new ArrayList<Long>();
        for (var round = 0; round < FIRSTS; round++) {
            var memory = remembers ? memory() : null;
            var start = System.nanoTime();
            scan(memory, request);
            nanos.add(System.nanoTime() - start);
        }
        return new Times(nanos).median();
    }

    private void scan(@Nullable ListMemory memory, ListRequest request) {
        new Store<>(table, "generated", kind, Clock.systemUTC(), memory)
                .scan(Actor.waggle(GeneratedTable.company(0)))
                .visit(request, (uuid, facets) -> {});
    }

    private double times(ListMemory memory, ListRequest request) {
        var nanos = new ArrayList<Long>();
        for (var call = 0; call < CALLS; call++) {
            var start = System.nanoTime();
            if (memory.find(GeneratedTable.company(0), kind, request, target -> Map.of())
                    .filter(found -> !found.uuids().isEmpty())
                    .isEmpty()) {
                throw new IllegalStateException("nothing was found in memory");
            }
            nanos.add(System.nanoTime() - start);
        }
        return new Times(nanos).median();
    }
}
