package waggle.events.sweep;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.events.queue.DeliveryTask;
import waggle.events.queue.TaskQueues;
import waggle.model.records.Entity;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;

/** The due deliveries of an endpoint. */
final class DueFeed implements Feed {
    private final UUID company;
    private final Deque<Due> waiting;
    private final TaskQueues queues;
    private final Deliveries deliveries;
    private final int portion;
    private @Nullable Due last;

    /** @param at the time from which the delivery is due */
    record Due(DeliveryTask task, Instant at) {}

    /** @param portion tasks of a portion, at most */
    DueFeed(UUID company, List<Due> due, TaskQueues queues, Deliveries deliveries, int portion) {
        this.company = company;
        this.waiting = new ArrayDeque<>(
                due.stream().sorted(Comparator.comparing(Due::at)).toList());
        this.queues = queues;
        this.deliveries = deliveries;
        this.portion = portion;
    }

    @Override
    public UUID company() {
        return company;
    }

    @Override
    public Step proceed() {
        if (last != null && isStillDue(last)) {
            return Step.WAITED;
        }
        var next = new ArrayList<Due>();
        while (next.size() < portion && !waiting.isEmpty()) {
            next.add(waiting.removeFirst());
        }
        queues.send(next.stream().map(Due::task).toList());
        last = next.getLast();
        return waiting.isEmpty() ? Step.ENDED : Step.SENT;
    }

    private boolean isStillDue(Due due) {
        var task = due.task();
        return deliveries
                .find(task.company(), task.endpoint(), task.event())
                .map(Entity::value)
                .map(Delivery::nextAttemptAt)
                .filter(next -> !next.isAfter(due.at()))
                .isPresent();
    }
}
