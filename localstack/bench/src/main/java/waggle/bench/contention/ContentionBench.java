package waggle.bench.contention;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waggle.bench.figures.Figure;

/** Measures and prints how many parallel writes of one company are refused, and how long they take. */
public final class ContentionBench {
    private static final int LOCK_MILLIS = 20;
    private static final int ROUNDS = Integer.getInteger("waggle.rounds", 3);
    private static final List<Integer> BURSTS = List.of(20, 50, 100);
    private static final int LARGEST = 100;
    private static final int WARM_UPS = 5;
    private static final int PATCHES_PER_SECOND = 60;
    private static final int POSTS_PER_SECOND = 30;
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final double SLOWEST_PATCH = 1_500;
    private static final double SLOWEST_POST = 3_000;

    private ContentionBench() {}

    /**
     * Measures this build and an earlier one in turn.
     *
     * @param earlier a checkout of the earlier build, or an empty text to measure this one only
     */
    public static void run(String earlier, PrintStream out) throws Exception {
        var builds = new ArrayList<>(List.of(Build.current(LOCK_MILLIS)));
        if (!earlier.isEmpty()) {
            builds.add(Build.earlier(Path.of(earlier)));
        }
        var rounds = new ArrayList<List<LoadRun>>();
        var steady = new ArrayList<LoadRun>();
        printHeader("Each run", out);
        for (var round = 0; round < ROUNDS; round++) {
            var runs = new ArrayList<LoadRun>();
            for (var build : builds) {
                runs.addAll(printed(bursts(build), out));
            }
            rounds.add(runs);
        }
        for (var build : builds) {
            steady.addAll(printed(steady(build), out));
        }
        print(rounds, steady, out);
    }

    private static List<LoadRun> bursts(Build build) throws Exception {
        try (var cloud = CloudProcess.start(build, LOCK_MILLIS)) {
            var writes = warm(cloud);
            var runs = new ArrayList<LoadRun>();
            for (var size : BURSTS) {
                runs.add(LoadRun.burst(build.name() + ", PATCHes at once", size, writes::change));
            }
            for (var size : BURSTS) {
                runs.add(LoadRun.burst(build.name() + ", POSTs at once", size, number -> writes.create()));
            }
            return runs;
        }
    }

    private static List<LoadRun> steady(Build build) throws Exception {
        try (var cloud = CloudProcess.start(build, LOCK_MILLIS)) {
            var writes = warm(cloud);
            return List.of(
                    LoadRun.steady(
                            build.name() + ", " + PATCHES_PER_SECOND + " PATCHes a second",
                            PATCHES_PER_SECOND,
                            STEADY,
                            writes::change),
                    LoadRun.steady(
                            build.name() + ", " + POSTS_PER_SECOND + " POSTs a second",
                            POSTS_PER_SECOND,
                            STEADY,
                            number -> writes.create()));
        }
    }

    private static PartnerWrites warm(CloudProcess cloud) throws Exception {
        var writes = new PartnerWrites(cloud);
        writes.prepare(LARGEST);
        for (var round = 0; round < WARM_UPS; round++) {
            LoadRun.burst("warm-up", BURSTS.getFirst(), writes::change);
            LoadRun.burst("warm-up", BURSTS.getFirst(), number -> writes.create());
        }
        return writes;
    }

    private static List<LoadRun> printed(List<LoadRun> runs, PrintStream out) {
        runs.forEach(run -> print(List.of(run), out));
        return runs;
    }

    private static void print(List<List<LoadRun>> rounds, List<LoadRun> steady, PrintStream out) {
        printHeader("Locks of " + LOCK_MILLIS + " ms, medians of rounds", out);
        var rows = Stream.concat(
                        IntStream.range(0, rounds.getFirst().size()).mapToObj(row -> rounds.stream()
                                .map(round -> round.get(row))
                                .toList()),
                        steady.stream().map(List::of))
                .toList();
        rows.forEach(row -> print(row, out));
        Figure.print(
                out,
                "Limits",
                rows.stream().flatMap(row -> limits(row).stream()).toList());
    }

    private static void printHeader(String title, PrintStream out) {
        out.println();
        out.printf(Locale.ROOT, "%-41s %8s %8s %8s %8s%n", title, "requests", "refused", "p50 ms", "p99 ms");
    }

    private static void print(List<LoadRun> rounds, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-41s %8d %8.0f %8.0f %8.0f%n",
                rounds.getFirst().name(),
                rounds.getFirst().requests(),
                median(rounds, LoadRun::refused),
                median(rounds, run -> run.times().median()),
                median(rounds, run -> run.times().percentile(99)));
    }

    private static List<Figure> limits(List<LoadRun> rounds) {
        var run = rounds.getFirst();
        if (!isCurrent(run)) {
            return List.of();
        }
        if (run.requests() != LARGEST) {
            return List.of(refused(rounds));
        }
        var slowest = run.name().contains("POST") ? SLOWEST_POST : SLOWEST_PATCH;
        return List.of(
                refused(rounds),
                new Figure(
                        "p99 ms, " + run.requests() + " " + run.name(),
                        median(rounds, each -> each.times().percentile(99)),
                        slowest));
    }

    /** No round may have a refused request. */
    private static Figure refused(List<LoadRun> rounds) {
        var run = rounds.getFirst();
        var most = rounds.stream().mapToInt(LoadRun::refused).max().orElseThrow();
        return new Figure("refused, " + run.requests() + " " + run.name(), most, 0);
    }

    private static boolean isCurrent(LoadRun run) {
        return run.name().startsWith("now");
    }

    private static double median(List<LoadRun> rounds, ToDoubleFunction<LoadRun> figure) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(figure))
                .mapToDouble(figure)
                .toArray()[rounds.size() / 2];
    }
}
