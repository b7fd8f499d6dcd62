package waggle.events.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import waggle.model.Uuids;
import waggle.platform.queue.CrmTask;

/** The queues of one company on a test's clock. Like SQS, they drop duplicates, and hold delayed tasks until they are due. */
public final class QueuesInMemory implements TaskQueues {
    /** Amazon SQS Developer Guide, "Exactly-once processing in Amazon SQS". */
    private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

    /** Amazon SQS API Reference, SendMessage. */
    private static final String ID = "[\\p{Alnum}\\p{Punct}]{1,128}";

    private final UUID company;
    private final Clock clock;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Instant> sent = new HashMap<>();
    private final List<String> putBack = new ArrayList<>();
    private final List<String> parked = new ArrayList<>();
    private final List<CrmTask> syncs = new ArrayList<>();
    private boolean losing;

    private record Waiting(Instant until, Message message) {}

    public QueuesInMemory(UUID company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    /** The tasks of the synchronisation with CRMs so far. */
    public synchronized List<CrmTask> syncs() {
        return List.copyOf(syncs);
    }

    @Override
    public synchronized Set<CrmTask> offerSync(List<CrmTask> tasks) {
        syncs.addAll(tasks);
        return Set.of();
    }

    /** Drops all tasks from now on, or no longer: the sender seems to die before it sends them. */
    public synchronized void lose(boolean whether) {
        losing = whether;
    }

    /** Adds a message that is no duplicate, like the second copy of a message that SQS delivers twice. */
    public synchronized void add(DeliveryTask task) {
        add(task, "deliveries.fifo", Duration.ZERO);
    }

    /** Removes and returns up to so many visible messages. */
    public synchronized List<Message> receive(int most) {
        var visible = waiting.stream()
                .filter(one -> !one.until().isAfter(clock.instant()))
                .limit(most)
                .toList();
        waiting.removeAll(visible);
        return visible.stream().map(Waiting::message).toList();
    }

    /** Returns when the next message is visible. */
    public synchronized Optional<Instant> next() {
        return waiting.stream().map(Waiting::until).min(Comparator.naturalOrder());
    }

    /** Returns the ids of all messages that were put back. */
    public List<String> putBack() {
        return putBack;
    }

    private void add(DeliveryTask task, String queue, Duration delay) {
        var message = new Message(Uuids.next().toString(), "receipt", queue, task);
        waiting.add(new Waiting(clock.instant().plus(delay), message));
    }

    @Override
    public synchronized Set<DeliveryTask> offer(List<DeliveryTask> tasks) {
        if (!losing) {
            // The sweeper also finds due deliveries of other tests' companies.
            tasks.stream()
                    .filter(task -> task.company().equals(company))
                    .filter(this::isNew)
                    .forEach(this::add);
        }
        return Set.of();
    }

    @Override
    public synchronized void park(String message) {
        parked.add(message);
    }

    /** Returns the messages in the relay's dead-letter queue. */
    public List<String> parked() {
        return parked;
    }

    private boolean isNew(DeliveryTask task) {
        assertThat(task.deduplicationId()).matches(ID);
        assertThat(task.messageGroup()).matches(ID);
        var before = sent.get(task.deduplicationId());
        if (before != null && !clock.instant().isAfter(before.plus(DEDUPLICATION))) {
            return false;
        }
        sent.put(task.deduplicationId(), clock.instant());
        return true;
    }

    @Override
    public synchronized void send(DeliveryTask task, Duration delay) {
        if (!losing) {
            add(task, "later", delay);
        }
    }

    @Override
    public void delete(Message message) {}

    @Override
    public void putBack(Message message) {
        putBack.add(message.id());
    }
}
