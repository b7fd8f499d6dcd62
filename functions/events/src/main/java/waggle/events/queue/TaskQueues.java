package waggle.events.queue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import waggle.platform.queue.CrmTask;

/** The queues of delivery tasks: a FIFO queue for tasks to run now, and a queue of delayed tasks. */
public interface TaskQueues {
    /** Amazon SQS API Reference, SendMessage. */
    Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /**
     * Sends tasks to the FIFO queue. The tasks of one record and endpoint keep their order: after a task that is not sent,
     * none of them is. SQS drops duplicates of tasks sent within the last five minutes.
     *
     * @return the tasks that were not sent
     */
    Set<DeliveryTask> offer(List<DeliveryTask> tasks);

    /**
     * Sends tasks like {@link #offer}.
     *
     * @throws IllegalStateException if a task was not sent
     */
    default void send(List<DeliveryTask> tasks) {
        var unsent = offer(tasks);
        if (!unsent.isEmpty()) {
            throw new IllegalStateException(unsent.size() + " of " + tasks.size() + " tasks were not sent");
        }
    }

    /**
     * Sends a task to the queue of delayed tasks.
     *
     * @param delay at most {@link #LONGEST_DELAY}
     */
    void send(DeliveryTask task, Duration delay);

    /**
     * Sends tasks to the queue of the synchronisation with CRMs. SQS drops repetitions of the last five minutes.
     *
     * @return the tasks that were not sent
     */
    Set<CrmTask> offerSync(List<CrmTask> tasks);

    /** Sends a message about a stream record to the relay's dead-letter queue, for an operator. */
    void park(String message);

    /** Deletes a message, so that its group need not wait for the rest of the batch. */
    void delete(Message message);

    /** Returns a message to its queue, where it is visible at once. */
    void putBack(Message message);
}
