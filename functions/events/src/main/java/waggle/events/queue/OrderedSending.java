package waggle.events.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.events.queue.DeliveryTask.OrderingKey;

/**
 * Sends tasks in batches. SQS may accept one entry of a batch and refuse another, so no batch contains two tasks of the same
 * ordering key: a task is sent only after SQS has accepted the one before it.
 *
 * @param size entries of a batch, at most
 * @param batch sends a batch, and returns the positions of the entries that were refused
 */
record OrderedSending(int size, Function<List<DeliveryTask>, Set<Integer>> batch) {
    private static final Logger LOG = LoggerFactory.getLogger(OrderedSending.class);

    /** Returns the tasks that were not sent. After the failure of a whole batch it sends no other. */
    Set<DeliveryTask> send(List<DeliveryTask> tasks) {
        var waiting = sequences(tasks);
        var refused = new ArrayList<Deque<DeliveryTask>>();
        try {
            while (!waiting.isEmpty()) {
                sendNext(waiting, refused);
            }
        } catch (SdkException e) {
            LOG.error("Tasks were not sent", e);
        }
        refused.addAll(waiting);
        return refused.stream().flatMap(Collection::stream).collect(Collectors.toSet());
    }

    private static Deque<Deque<DeliveryTask>> sequences(List<DeliveryTask> tasks) {
        var sequences = new LinkedHashMap<OrderingKey, Deque<DeliveryTask>>();
        tasks.forEach(task -> sequences
                .computeIfAbsent(task.orderingKey(), key -> new ArrayDeque<>())
                .add(task));
        return new ArrayDeque<>(sequences.values());
    }

    /** Sends the first task of some sequences. The next batch begins with the rest of these sequences. */
    private void sendNext(Deque<Deque<DeliveryTask>> waiting, List<Deque<DeliveryTask>> refused) {
        var chosen = waiting.stream().limit(size).toList();
        var failed = batch.apply(chosen.stream().map(Deque::getFirst).toList());
        chosen.forEach(sequence -> waiting.removeFirst());
        for (var i = chosen.size() - 1; i >= 0; i--) {
            var sequence = chosen.get(i);
            if (failed.contains(i)) {
                refused.add(sequence);
            } else if (sequence.size() > 1) {
                sequence.removeFirst();
                waiting.addFirst(sequence);
            }
        }
    }
}
