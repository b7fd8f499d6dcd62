package waggle.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.events.Relay.News;
import waggle.events.logs.LogContext;
import waggle.events.queue.TaskQueues;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.notifications.Notifications;

/**
 * Makes notifications from the events of a batch, several events at the same time. A notification is made once, so a failed
 * batch is simply processed again.
 */
final class Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private static final int PARALLEL = 8;

    /** Refusals that a repetition does not meet again. */
    private static final Set<ErrorCode> PASSING = Set.of(ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.CONFLICT);

    private final Notifications notifications;
    private final TaskQueues queues;

    Notifier(Notifications notifications, TaskQueues queues) {
        this.notifications = notifications;
        this.queues = queues;
    }

    /** The sequence number of the first event whose users were not notified, because of DynamoDB or of other writers. */
    Optional<String> tell(List<News> news) {
        if (news.isEmpty()) {
            return Optional.empty();
        }
        try (var workers =
                Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
            return failed(
                    workers,
                    news.stream()
                            .<Callable<Boolean>>map(item -> () -> isMade(item))
                            .toList(),
                    news);
        }
    }

    private static Optional<String> failed(ExecutorService workers, List<Callable<Boolean>> work, List<News> news) {
        try {
            var made = workers.invokeAll(work).stream().map(Future::resultNow).toList();
            var first = made.indexOf(false);
            return first < 0
                    ? Optional.empty()
                    : Optional.of(news.get(first).record().sequenceNumber());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted during notifications");
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever its content breaks, one event must not stop the others
    private boolean isMade(News news) {
        LogContext.company(news.company());
        LogContext.request(news.record().requestId());
        try {
            notifications.make(news.company(), news.record().uuid(), news.event());
            return true;
        } catch (SdkException e) {
            return later(news, e);
        } catch (WaggleException e) {
            return PASSING.contains(e.code()) ? later(news, e) : parked(news, e);
        } catch (RuntimeException e) {
            return parked(news, e);
        } finally {
            LogContext.clear();
        }
    }

    private static boolean later(News news, RuntimeException e) {
        LOG.error(
                "The users of stream record {} were not notified", news.record().sequenceNumber(), e);
        return false;
    }

    private boolean parked(News news, RuntimeException e) {
        queues.park(news.record().position());
        UnreadableRecord.log(news.record(), e);
        return true;
    }
}
