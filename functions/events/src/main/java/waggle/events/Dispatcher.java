package waggle.events;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import waggle.events.logs.LogContext;
import waggle.events.queue.Message;
import waggle.events.queue.TaskQueues;
import waggle.platform.aws.QueueFacts;

/**
 * Processes a batch of messages: tasks with the same ordering key one after another, all others in parallel. A receiver's
 * failure is a normal outcome. After a failure of Waggle itself, the message and those behind it return to the queue.
 * Delayed tasks are not run but sent to the FIFO queue, so that a slow endpoint delays only its own deliveries.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Deliverer deliverer;
    private final TaskQueues queues;
    private final Clock clock;

    Dispatcher(Deliverer deliverer, TaskQueues queues, Clock clock) {
        this.deliverer = deliverer;
        this.queues = queues;
        this.clock = clock;
    }

    /** Returns the ids of the messages to receive again: those that failed, and those it had no time to start. */
    List<String> dispatch(List<Message> messages) {
        var end = clock.instant().plus(QueueFacts.DISPATCH_WINDOW);
        var sequences = messages.stream()
                .collect(Collectors.groupingBy(
                        message -> message.task().orderingKey(), LinkedHashMap::new, Collectors.toList()));
        var left = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            sequences.values().forEach(sequence -> threads.execute(() -> left.addAll(dispatchInOrder(sequence, end))));
        }
        return List.copyOf(left);
    }

    @SuppressWarnings("CatchingUnchecked") // a failure of one sequence must not stop the others
    private List<String> dispatchInOrder(List<Message> sequence, Instant end) {
        var left = new ArrayList<>(sequence);
        LogContext.company(left.getFirst().task().company());
        try {
            while (!left.isEmpty() && clock.instant().isBefore(end)) {
                process(left.getFirst());
                left.removeFirst();
            }
            left.forEach(queues::putBack);
        } catch (RuntimeException e) {
            LOG.error("The task of delivery {} failed", left.getFirst().task().delivery(), e);
        } finally {
            LogContext.clear();
        }
        return left.stream().map(Message::id).toList();
    }

    private void process(Message message) {
        if (message.isInOrder()) {
            deliverer.deliver(message.task());
        } else {
            queues.send(List.of(message.task()));
        }
        queues.delete(message);
    }
}
