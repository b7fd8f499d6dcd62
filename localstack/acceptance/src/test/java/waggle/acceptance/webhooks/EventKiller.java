package waggle.acceptance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.events.DispatcherFunction;
import waggle.events.RelayFunction;
import waggle.events.SweeperFunction;
import waggle.model.Patience;

/** Kills processes of the event functions at random until it is closed. */
final class EventKiller implements AutoCloseable {
    private static final List<Class<?>> VICTIMS =
            List.of(RelayFunction.class, DispatcherFunction.class, SweeperFunction.class);
    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 5_000;

    private final Random random = new Random();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<String> killed = new ConcurrentLinkedQueue<>();
    private final Set<ProcessHandle> spared;
    private final CountDownLatch enough;
    private final Thread thread = Thread.ofPlatform().daemon().name("killer").unstarted(this::run);

    /**
     * Starts killing.
     *
     * @param spared processes that must survive
     * @param least the number of processes to kill before the end
     */
    EventKiller(Set<ProcessHandle> spared, int least) {
        this.spared = spared;
        this.enough = new CountDownLatch(least);
        thread.start();
    }

    /** The processes of event functions of all clouds of this JVM. */
    static Set<ProcessHandle> processes() {
        return VICTIMS.stream().flatMap(EventKiller::processes).collect(Collectors.toSet());
    }

    private static Stream<ProcessHandle> processes(Class<?> function) {
        return ProcessHandle.current().descendants().filter(process -> process.info()
                .commandLine()
                .filter(line -> line.endsWith(" " + function.getName()))
                .isPresent());
    }

    private void run() {
        try {
            while (!closed.await(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS), TimeUnit.MILLISECONDS)) {
                killOne(VICTIMS.get(random.nextInt(VICTIMS.size())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void killOne(Class<?> function) {
        var there =
                processes(function).filter(process -> !spared.contains(process)).toList();
        if (!there.isEmpty() && there.get(random.nextInt(there.size())).destroyForcibly()) {
            killed.add(function.getSimpleName());
            enough.countDown();
        }
    }

    /** Waits for enough kills and returns the killed functions. */
    List<String> killed() throws InterruptedException {
        assertThat(enough.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .as("enough were killed: %s", killed)
                .isTrue();
        return List.copyOf(killed);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
