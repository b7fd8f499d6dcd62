package waggle.bench.contention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import waggle.bench.figures.Times;

/**
 * Requests and their replies.
 *
 * @param refused the number of replies without success
 */
record LoadRun(String name, int requests, int refused, Times times) {
    private static final int FIRST_ERROR = 300;

    private record Answered(int status, long nanos) {}

    /** Sends all requests at once. */
    static LoadRun burst(String name, int requests, IntUnaryOperator request) throws Exception {
        var start = new CountDownLatch(1);
        return run(
                name,
                requests,
                number -> () -> {
                    start.await();
                    return timed(number, request);
                },
                start::countDown);
    }

    /** Sends requests at fixed times, independent of the replies to earlier ones. */
    static LoadRun steady(String name, int perSecond, Duration time, IntUnaryOperator request) throws Exception {
        var start = System.nanoTime();
        return run(
                name,
                Math.toIntExact(perSecond * time.toSeconds()),
                number -> () -> {
                    var at = start + Duration.ofSeconds(1).toNanos() * number / perSecond;
                    Thread.sleep(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
                    return timed(number, request);
                },
                () -> {});
    }

    private interface Task {
        Callable<Answered> of(int number);
    }

    private static LoadRun run(String name, int requests, Task task, Runnable start) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = new ArrayList<Future<Answered>>();
            for (var number = 0; number < requests; number++) {
                pending.add(threads.submit(task.of(number)));
            }
            start.run();
            var answered = new ArrayList<Answered>();
            for (var each : pending) {
                answered.add(each.get());
            }
            return of(name, answered);
        }
    }

    private static LoadRun of(String name, List<Answered> answered) {
        return new LoadRun(
                name,
                answered.size(),
                Math.toIntExact(answered.stream()
                        .filter(each -> each.status() >= FIRST_ERROR)
                        .count()),
                new Times(answered.stream().map(Answered::nanos).toList()));
    }

    private static Answered timed(int number, IntUnaryOperator request) {
        var begun = System.nanoTime();
        var status = request.applyAsInt(number);
        return new Answered(status, System.nanoTime() - begun);
    }
}
