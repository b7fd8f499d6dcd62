package waggle.bench.lists;

import java.io.PrintStream;
import java.nio.file.Path;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.figures.Figure;

/** Measures lists of very many records. */
public final class ListBench {
    private ListBench() {}

    /**
     * Measures and prints.
     *
     * @param root the root of the checkout with the packaged functions
     * @param directory for the output of the function
     * @param records the number of records to list
     */
    public static void run(Path root, BenchCloud cloud, Path directory, int records, PrintStream out) {
        var report = new ListReport(out);
        var heap = new Heap(root, cloud, directory);
        var tags = new ManyTags(records);
        report.filled(tags, tags.write(cloud));
        var lists = Lists.measure(cloud, tags);
        report.lists(lists.runs());
        Figure.print(out, "Figures", lists.figures());
        lists.largest().ifPresent(list -> report.heap(list, heap.tries(list)));
    }
}
