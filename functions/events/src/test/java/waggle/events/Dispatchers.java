package waggle.events;

import java.time.Clock;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.delivery.RetrySchedule;
import waggle.events.queue.TaskQueues;
import waggle.model.catalogue.Catalogue;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Endpoints;

/** The dispatcher of Lambda with what a test chooses. */
final class Dispatchers {
    private Dispatchers() {}

    /** A dispatcher whose retries are due at the times of the schedule, to the millisecond. */
    static Dispatcher withoutJitter(
            DynamoDbClient client,
            String table,
            Clock clock,
            Endpoints endpoints,
            EndpointCall call,
            TaskQueues queues) {
        var writes = Catalogue.writes(client, table, clock);
        var deliveries = new Deliveries(client, table, clock);
        RandomGenerator noJitter = () -> 0;
        var attempts = new Attempts(
                writes,
                deliveries,
                new Lanes(client, table, deliveries, writes, clock),
                new EndpointHealth(endpoints, writes, clock),
                call,
                new RetrySchedule(noJitter),
                queues,
                clock);
        return new Dispatcher(new Deliverer(client, table, clock, writes, attempts), queues, clock);
    }
}
