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
import java.util.Random;
import waggle.bench.figures.Times;
import waggle.model.memory.Bounds;
import waggle.model.memory.ListMemory;

/** One instance with a small heap that is asked for the sorted lists of many companies, in a process of its own. */
final class ManyCompanies {
    /** What Waggle gives a function of 256 MB: 85 percent. */
    private static final String HEAP = "-Xmx218m";

    private static final int COMPANIES = 200;
    private static final int RECORDS = 5_000;
    private static final int CALLS = 1_000;
    private static final double MEGABYTE = 1 << 20;

    private ManyCompanies() {}

    static void run(Path root, PrintStream out) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyCompanies.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .start();
        try (var reader = process.inputReader()) {
            reader.lines().forEach(out::println);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the instance with " + HEAP + " broke off");
        }
    }

    /** Asks for lists of companies that chance selects. */
    public static void main(String[] arguments) throws IOException {
        var kinds = new Kinds(Path.of(arguments[0]));
        var kind = kinds.named("partner");
        var table = new GeneratedTable(kind, kinds.sample(kind), RECORDS, Duration.ZERO);
        var memory = new ListMemory(table, "generated", Clock.systemUTC(), Bounds.ofHeap());
        var seed = System.nanoTime();
        var random = new Random(seed);
        var nanos = new ArrayList<Long>();
        var most = 0L;
        for (var call = 0; call < CALLS; call++) {
            // Half of the calls are those of ten companies.
            var company = random.nextInt(random.nextBoolean() ? COMPANIES : 10);
            var start = System.nanoTime();
            memory.find(GeneratedTable.company(company), kind, Kinds.sorted(kind), target -> Map.of());
            nanos.add(System.nanoTime() - start);
            most = Math.max(most, memory.bytes());
        }
        print(new Times(nanos), most, seed);
    }

    private static void print(Times times, long most, long seed) {
        System.out.println();
        List.of(
                        "%d companies with %d partners, heap %s, seed %d".formatted(COMPANIES, RECORDS, HEAP, seed),
                        String.format(
                                Locale.ROOT,
                                "%d lists: median %.1f ms, p99 %.1f ms, longest %.1f ms",
                                CALLS,
                                times.median(),
                                times.percentile(99),
                                times.highest()),
                        String.format(
                                Locale.ROOT,
                                "kept at most %.1f MB of %.1f",
                                most / MEGABYTE,
                                Bounds.ofHeap().bytes() / MEGABYTE))
                .forEach(System.out::println);
    }
}
