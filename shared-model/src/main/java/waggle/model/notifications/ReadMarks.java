package waggle.model.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.partners.User;
import waggle.model.write.Writes;

/** Marks the notifications of a user as read, in portions of one transaction each (docs/api.md, "Notifications"). */
public final class ReadMarks {
    /** The notifications of a transaction. */
    private static final int PORTION = 50;

    /** The notifications of a request, which has 29 seconds. */
    private static final int MOST = 5_000;

    private final Writes writes;
    private final int most;

    /** All attempts of the request together: an attempt that runs again finds read what the one before has marked. */
    private long marked;

    /** Makes the marks of one request. */
    public ReadMarks(Writes writes) {
        this(writes, MOST);
    }

    /** @param most notifications to mark; {@link #MOST} except in tests */
    ReadMarks(Writes writes, int most) {
        this.writes = writes;
        this.most = most;
    }

    /**
     * Marks the unread notifications of a user, the oldest first. A process that dies in between has marked some of them.
     *
     * @param write reads the notifications; the marks have transactions of their own
     * @param before only notifications created before this time; now if null
     * @throws WaggleException {@link waggle.model.ErrorCode#INVALID_REQUEST} if there is no such user
     */
    public Marked markAll(Write write, UUID user, @Nullable Instant before) {
        if (write.find(User.RESOURCE, user).isEmpty()) {
            throw WaggleException.invalid(List.of(new Fault("user_uuid", "must be the uuid of a user")));
        }
        var end = before == null ? write.time() : before;
        var unread = unread(write, user);
        for (var first = 0; first < unread.size(); first += PORTION) {
            if (marked >= most || !isBefore(write, unread.get(first), end)) {
                return new Marked(marked, isBefore(write, unread.get(first), end));
            }
            marked += mark(write, unread.subList(first, Math.min(unread.size(), first + PORTION)), end);
        }
        return new Marked(marked, false);
    }

    private static List<UUID> unread(Write write, UUID user) {
        return write.facets(Notification.RESOURCE, Notification.USER, user).entrySet().stream()
                .filter(facets -> !facets.getValue().containsKey(Notification.READ_AT))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a notification, and so perhaps some after it, was created before a time. */
    private static boolean isBefore(Write write, UUID notification, Instant end) {
        return write.find(Notification.RESOURCE, notification)
                .filter(found -> !found.createdAt().isBefore(end))
                .isEmpty();
    }

    private long mark(Write request, List<UUID> notifications, Instant end) {
        return writes.run(request.actor(), write -> {
            var unread = write.find(Notification.RESOURCE, notifications).stream()
                    .filter(found ->
                            found.value().readAt() == null && found.createdAt().isBefore(end))
                    .toList();
            unread.forEach(found -> write.change(
                    Notification.RESOURCE, found.uuid(), notification -> notification.marked(true, write.time())));
            return (long) unread.size();
        });
    }
}
