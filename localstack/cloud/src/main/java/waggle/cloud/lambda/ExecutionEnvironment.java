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

/** One process of a function, with the runtime API it talks to. It handles one event at a time. */
final class ExecutionEnvironment implements AutoCloseable {
    /** Lambda allows 10 s; a machine that also runs everything else is slower. */
    private static final Duration INIT = Duration.ofSeconds(60);

    /** A process may write its ahead-of-time cache on the way out. */
    private static final Duration SHUTDOWN = Duration.ofSeconds(60);

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

    /** Waits until the process can take an event. */
    void awaitReady() {
        await(api.asked(), INIT, "Init phase");
    }

    byte[] invoke(byte[] event) {
        var answer = api.submit(event);
        if (!process.isAlive()) {
            ended(process);
        }
        return await(answer, function.timeout(), "Task");
    }

    @Override
    public void close() {
        // Through the handle, because destroying the process itself would cut off what it prints last.
        process.toHandle().destroy();
        try {
            end.get(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.toHandle().destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.toHandle().destroyForcibly();
        }
    }

    /** Whatever comes too late also ends the process, which may never get out of it. */
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
