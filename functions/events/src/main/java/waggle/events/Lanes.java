package waggle.events;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.events.queue.DeliveryTask;
import waggle.model.Actor;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Lane;
import waggle.model.webhooks.LaneItem;
import waggle.model.write.Writes;

/** Reads and writes lanes, in which events of one record wait for each other. */
final class Lanes {
    /**
     * The time after which a waiting delivery is due on its own. It is long because the first delivery of a lane makes the
     * next one due: if thousands of waiting ones were due every minute, they would delay the deliveries they wait for.
     */
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final DynamoDbClient client;
    private final String table;
    private final Deliveries deliveries;
    private final Writes writes;
    private final Clock clock;

    Lanes(DynamoDbClient client, String table, Deliveries deliveries, Writes writes, Clock clock) {
        this.client = client;
        this.table = table;
        this.deliveries = deliveries;
        this.writes = writes;
        this.clock = clock;
    }

    Lane read(DeliveryTask task) {
        return item(task).read(client, table);
    }

    Optional<Entity<Delivery>> delivery(DeliveryTask task, UUID event) {
        return deliveries.find(task.company(), task.endpoint(), event);
    }

    /** Returns the lane without an event, and without the events behind it that no longer await an attempt. */
    Lane without(UUID event, Lane lane, DeliveryTask task) {
        var rest = lane.without(event);
        return rest.first()
                .filter(first -> delivery(task, first)
                        .filter(found -> found.value().awaitsAttempt())
                        .isEmpty())
                .map(first -> without(first, rest, task))
                .orElse(rest);
    }

    /** Saves a changed lane, and makes its new first delivery due in case this process dies before it sends the task. */
    void save(Write write, DeliveryTask task, Lane before, Lane after) {
        if (!after.equals(before)) {
            item(task).write(write.transaction(), after, clock.instant());
            next(task, before, after).ifPresent(next -> deliveries.makeDue(write, next.delivery()));
        }
    }

    private static LaneItem item(DeliveryTask task) {
        return LaneItem.of(task.company(), task.endpoint(), task.record());
    }

    /** Returns the task of the event that became the first of a lane; empty if the first event is the task's own. */
    static Optional<DeliveryTask> next(DeliveryTask task, Lane before, Lane after) {
        return after.first()
                .filter(first -> !before.first().equals(Optional.of(first)) && !first.equals(task.event()))
                .map(first -> new DeliveryTask(task.company(), task.endpoint(), first, task.record()));
    }

    /**
     * Removes the first event of a lane, whose process died before it could.
     *
     * @return the task of the event that is first now
     */
    Optional<DeliveryTask> removeFirst(DeliveryTask task, Lane lane) {
        var after = without(lane.waiting().getFirst(), lane, task);
        return writes.run(Actor.waggle(task.company()), write -> {
            save(write, task, lane, after);
            return next(task, lane, after);
        });
    }
}
