package waggle.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off a batch of messages side by side, those of one record to one endpoint one after another. What a receiver does is
 * no failure here; our own failures go back to the queue, with those that were to come after them. What has waited goes on
 * to the queue that keeps the order, so that an endpoint that hangs holds up nobody else's.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** For how long another message is begun. The function has the time that one call may take beyond it. */
    private static final Duration BEGINS = Duration.ofSeconds(20);

    private final Courier courier;
    private final Queues queues;
    private final Clock clock;

    Dispatcher(Courier courier, Queues queues, Clock clock) {
        this.courier = courier;
        this.queues = queues;
        this.clock = clock;
    }

    /** Answers the ids of the messages that have to come again. */
    List<String> dispatch(List<Message> messages) {
        var end = clock.instant().plus(BEGINS);
        var lanes = messages.stream()
                .collect(Collectors.groupingBy(
                        message -> message.shipment().lane(), LinkedHashMap::new, Collectors.toList()));
        var failed = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lanes.values().forEach(lane -> threads.execute(() -> failed.addAll(dispatchInOrder(lane, end))));
        }
        return List.copyOf(failed);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever stops one lane must not stop the others
    private List<String> dispatchInOrder(List<Message> lane, Instant end) {
        var left = new ArrayList<>(lane);
        try {
            while (!left.isEmpty() && clock.instant().isBefore(end)) {
                work(left.getFirst());
                left.removeFirst();
            }
            left.forEach(queues::putBack);
        } catch (RuntimeException e) {
            LOG.error(
                    "delivery {} was not worked off", left.getFirst().shipment().delivery(), e);
        }
        return left.stream().map(Message::id).toList();
    }

    private void work(Message message) {
        if (message.isInOrder()) {
            courier.deliver(message.shipment());
        } else {
            queues.send(List.of(message.shipment()));
        }
        queues.done(message);
    }
}
