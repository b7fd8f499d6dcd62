package waggle.cloud.demo;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Runs the steps of a demo in parallel. */
final class Workers {
    private static final int PARALLEL = 8;

    private Workers() {}

    /** Does something with a number. */
    interface Step {
        void with(int number) throws InterruptedException;
    }

    /** Runs a step with each number. The first failure stops all. */
    static void each(List<Integer> numbers, Step step) throws InterruptedException {
        try (var threads =
                Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
            var steps = numbers.stream()
                    .map(number -> threads.submit((Callable<Integer>) () -> {
                        step.with(number);
                        return number;
                    }))
                    .toList();
            try {
                for (var done : steps) {
                    done.get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw unwrapped(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
    }

    static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
}
