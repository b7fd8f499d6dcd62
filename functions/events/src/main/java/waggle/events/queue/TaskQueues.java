package waggle.events.queue;

import java.time.Duration;
import java.util.List;

/** The queues of delivery tasks: a FIFO queue for tasks to run now, and a queue of delayed tasks. */
public interface TaskQueues {

    /** Sends tasks to the FIFO queue, in their order. SQS drops duplicates of tasks sent within the last five minutes. */
    void send(List<DeliveryTask> tasks);

    /**
     * Sends a task to the queue of delayed tasks.
     *
     * @param delay at most 15 minutes
     */
    void send(DeliveryTask task, Duration delay);

    /** Deletes a message, so that its group need not wait for the rest of the batch. */
    void delete(Message message);

    /** Returns a message to its queue, where it is visible at once. */
    void putBack(Message message);
}
