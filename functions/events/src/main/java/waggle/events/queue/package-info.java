/** Delivery tasks, and the SQS queues that hold them. */
@NullMarked
package waggle.events.queue;

import org.jspecify.annotations.NullMarked;
