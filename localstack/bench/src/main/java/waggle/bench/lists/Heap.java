package waggle.bench.lists;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.cloud.Kind;
import waggle.cloud.lambda.LambdaFailure;
import waggle.cloud.lambda.LambdaFunction;
import waggle.cloud.lambda.LambdaProcess;

/** Finds the smallest heap in which the packaged function replies, with the time of its first reply. */
final class Heap {
    private static final List<Integer> MEGABYTES = List.of(32, 64, 128, 256, 512, 1024);

    /** Longer than the gateway's timeout, so that only the heap is measured. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LambdaFunction function;

    /** @param directory for the output of the function */
    Heap(Path root, BenchCloud cloud, Path directory) {
        function = Kind.WORKFLOW.function(root, cloud).withTimeout(PATIENCE).withOutput(directory.resolve("heap.log"));
    }

    /** Tries growing heaps until the function replies, then the heap that Lambda gives. */
    List<Try> tries(ListRun list) {
        var tries = new ArrayList<Try>();
        for (var megabytes : MEGABYTES) {
            tries.add(attempt(megabytes + " MB", function.withJvmArguments(List.of("-Xmx" + megabytes + "m")), list));
            if (tries.getLast().answered()) {
                break;
            }
        }
        tries.add(attempt("85 % of " + function.memory() + " MB", function, list));
        return tries;
    }

    private static Try attempt(String heap, LambdaFunction function, ListRun list) {
        try (var lambda = new LambdaProcess(function)) {
            var start = System.nanoTime();
            var answer =
                    new String(lambda.invoke(list.event().getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
            return new Try(
                    heap, answer.contains(Kind.WORKFLOW.expected()), Duration.ofNanos(System.nanoTime() - start));
        } catch (LambdaFailure e) {
            return new Try(heap, false, Duration.ZERO);
        }
    }

    /**
     * Starts a process and sends its first request.
     *
     * @param heap the maximum heap size
     * @param time since before the start of the process
     */
    record Try(String heap, boolean answered, Duration time) {}
}
