package waggle.bench.daily;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import waggle.events.queue.DeliveryTask;
import waggle.events.queue.Message;
import waggle.events.queue.TaskQueues;
import waggle.platform.queue.CrmTask;

/** Queues of a table without endpoints and without connections to CRMs. */
final class NoQueues implements TaskQueues {

    @Override
    public Set<DeliveryTask> offer(List<DeliveryTask> tasks) {
        throw new IllegalStateException("a delivery of a table without endpoints");
    }

    @Override
    public Set<CrmTask> offerSync(List<CrmTask> tasks) {
        throw new IllegalStateException("a synchronisation of a table without connections");
    }

    @Override
    public void send(DeliveryTask task, Duration delay) {
        offer(List.of(task));
    }

    @Override
    public void park(String message) {
        throw new IllegalStateException(message);
    }

    @Override
    public void delete(Message message) {
        throw new IllegalStateException("a message of a table without endpoints");
    }

    @Override
    public void putBack(Message message) {
        delete(message);
    }
}
