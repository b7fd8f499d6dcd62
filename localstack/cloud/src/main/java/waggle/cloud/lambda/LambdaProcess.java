package waggle.cloud.lambda;

import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Runs a packaged function in processes of its own, under the runtime interface client of AWS. Like Lambda, it starts a
 * process if no process is idle, reuses idle processes, and replaces a process that exited or timed out.
 */
public final class LambdaProcess implements Lambda {
    private final LambdaFunction function;
    private final Semaphore permits;
    private final Deque<ExecutionEnvironment> idle = new ConcurrentLinkedDeque<>();
    private final Set<ExecutionEnvironment> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public LambdaProcess(LambdaFunction function) {
        this.function = function;
        this.permits = new Semaphore(function.concurrency(), true);
    }

    @Override
    public byte[] invoke(byte[] event) {
        Payload.request(event);
        permits.acquireUninterruptibly();
        var environment = idleOrNew();
        try {
            environment.awaitReady();
            return Payload.response(environment.invoke(event));
        } finally {
            Thread.startVirtualThread(() -> giveBack(environment));
        }
    }

    @Override
    public void close() {
        closed = true;
        all.forEach(ExecutionEnvironment::close);
    }

    private ExecutionEnvironment idleOrNew() {
        try {
            var environment = idle();
            return environment == null ? start() : environment;
        } catch (RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    private @Nullable ExecutionEnvironment idle() {
        var environment = idle.poll();
        while (environment != null && !environment.isAlive()) {
            all.remove(environment);
            environment = idle.poll();
        }
        return environment;
    }

    private ExecutionEnvironment start() {
        var environment = new ExecutionEnvironment(function);
        all.add(environment);
        if (closed) {
            environment.close();
            throw new LambdaFailure(function.name() + " is closed");
        }
        return environment;
    }

    /** Makes a process idle once it asks for the next event. A process that exited or timed out never asks. */
    private void giveBack(ExecutionEnvironment environment) {
        try {
            environment.awaitReady();
            idle.push(environment);
        } catch (LambdaFailure e) {
            all.remove(environment);
        } finally {
            permits.release();
        }
    }
}
