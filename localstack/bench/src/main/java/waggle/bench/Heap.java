package waggle.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import waggle.cloud.lambda.LambdaFailure;
import waggle.cloud.lambda.LambdaFunction;
import waggle.cloud.lambda.LambdaProcess;

/** In how much heap the packaged function can answer, and how long its first answer then takes. */
final class Heap {
    private static final List<Integer> MEGABYTES = List.of(32, 64, 128, 256, 512, 1024);

    /** Longer than the gateway's, to see what the heap allows and not what time does. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LambdaFunction function;

    /** @param directory takes what the function prints */
    Heap(Path root, BenchCloud cloud, Path directory) {
        var kind = Kind.WORKFLOW;
        function = new LambdaFunction(kind.title(), kind.jar(root), kind.handler(), cloud.environment())
                .withConcurrency(1)
                .withTimeout(PATIENCE)
                .withOutput(directory.resolve("heap.log"));
    }

    /** One try after the other until it answers, and one with all that Lambda gives. */
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
     * A new process, and its first request.
     *
     * @param heap its largest size
     * @param time from before the process was started
     */
    record Try(String heap, boolean answered, Duration time) {}
}
