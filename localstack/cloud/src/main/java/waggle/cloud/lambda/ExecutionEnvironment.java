package waggle.cloud.lambda;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of a function with its runtime API. It handles one event at a time. */
final class ExecutionEnvironment implements AutoCloseable {
    /** Lambda allows 10 s. A machine that runs all functions at once needs more. */
    private static final Duration INIT_TIMEOUT = Duration.ofSeconds(60);

    /** Includes the time in which a process writes its ahead-of-time cache. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(60);

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private final LambdaFunction function;
    private final RuntimeApi api;
    private final Process process;
    private final CompletableFuture<Void> end;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    ExecutionEnvironment(LambdaFunction function) {
        this.function = function;
        this.api = new RuntimeApi(function.arn(), function.timeout());
        this.process = FunctionProcess.start(function, api.address());
        RUNNING.add(process);
        this.end = process.onExit().thenAccept(this::ended);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the process asks for an event. */
    void awaitReady() {
        await(api.ready(), INIT_TIMEOUT, "Init phase");
    }

    byte[] invoke(byte[] event) {
        var response = api.submit(event);
        if (!process.isAlive()) {
            ended(process);
        }
        return await(response, function.timeout(), "Task");
    }

    @Override
    public void close() {
        // Process.destroy() would close the streams and lose the last output. ProcessHandle.destroy() does not.
        process.toHandle().destroy();
        try {
            end.get(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.toHandle().destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.toHandle().destroyForcibly();
        }
    }

    /** Kills the process after a timeout, since it may never return from the event. */
    private <T> T await(CompletableFuture<T> step, Duration time, String name) {
        try {
            return step.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LambdaFailure(String.valueOf(requireNonNull(e.getCause()).getMessage()));
        } catch (TimeoutException e) {
            process.toHandle().destroyForcibly();
            var seconds = time.toMillis() / 1000.0;
            throw new LambdaFailure(String.format(Locale.ROOT, "%s timed out after %.2f seconds", name, seconds));
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LambdaFailure(name + " interrupted");
        }
    }

    private void ended(Process ended) {
        RUNNING.remove(ended);
        api.ended("Runtime exited with error: exit status " + ended.exitValue());
        api.close();
    }
}
