package waggle.acceptance.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs calls concurrently. */
public final class AtOnce {
    private AtOnce() {}

    /** Runs a task several times concurrently and returns the results in the order of their numbers. */
    public static <T> List<T> times(int count, IntFunction<T> task) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> task.apply(i), threads))
                    .toList();
            return started.stream().map(CompletableFuture::join).toList();
        }
    }
}
