package waggle.cloud.dynamodb;

import static java.lang.invoke.MethodType.methodType;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs the jobs of a database in the threads of their callers, one at a time. The queue of sqlite4java runs them in a thread of its
 * own, for which DynamoDB Local waits several times in each call. A job is complete when {@link #execute} returns.
 */
final class CallersQueue extends SQLiteQueue {
    /** The thread that may use a connection. */
    private static final VarHandle CONFINEMENT;

    private static final MethodHandle EXECUTE;

    static {
        try {
            CONFINEMENT = MethodHandles.privateLookupIn(SQLiteConnection.class, MethodHandles.lookup())
                    .findVarHandle(SQLiteConnection.class, "myConfinement", Thread.class);
            EXECUTE = MethodHandles.privateLookupIn(SQLiteQueue.class, MethodHandles.lookup())
                    .findVirtual(SQLiteQueue.class, "executeJob", methodType(void.class, SQLiteJob.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("sqlite4java is another version than expected", e);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final SQLiteQueue queue;
    private final Opened opened;

    /** @param queue a queue that runs; this one opened the connection, and closes it */
    CallersQueue(SQLiteQueue queue) {
        super(queue.getDatabaseFile());
        this.queue = queue;
        try {
            this.opened = queue.execute(new Look()).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("The database cannot be opened", e);
        }
    }

    @Override
    public <T, J extends SQLiteJob<T>> J execute(J job) {
        lock.lock();
        try {
            if (queue.isStopped()) {
                job.cancel(true);
                return job;
            }
            CONFINEMENT.setVolatile(opened.connection(), Thread.currentThread());
            EXECUTE.invokeExact(queue, (SQLiteJob) job);
            return job;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A job of the database broke off", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public SQLiteQueue stop(boolean gracefully) {
        lock.lock();
        try {
            CONFINEMENT.setVolatile(opened.connection(), opened.thread());
            queue.stop(gracefully);
            return this;
        } finally {
            lock.unlock();
        }
    }

    private record Opened(SQLiteConnection connection, Thread thread) {}

    private static final class Look extends SQLiteJob<Opened> {
        @Override
        protected Opened job(SQLiteConnection connection) {
            return new Opened(connection, Thread.currentThread());
        }
    }
}
