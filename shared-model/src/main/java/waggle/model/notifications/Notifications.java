package waggle.model.notifications;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.events.Event;
import waggle.model.partners.User;
import waggle.model.records.Entity;
import waggle.model.store.StoredRecords;
import waggle.model.write.Writes;

/**
 * Makes notifications from events, one for each event and user (docs/notifications.md). The uuid of a notification follows from
 * both, so a repetition makes none again, whatever happened in between.
 */
public final class Notifications {
    /** The notifications of a transaction, each with its event: half of what DynamoDB accepts. */
    private static final int PORTION = 25;

    /** Each try finds what the other process has made meanwhile. */
    private static final int TRIES = 3;

    /** The most days of connections that a process remembers; it looks for the notifications of others. */
    private static final int MOST_TOLD = 10_000;

    /** What all users were told today, so that thousands of events of one kind do not read the users again. */
    private final Set<UUID> told = ConcurrentHashMap.newKeySet();

    private final DynamoDbClient client;
    private final String table;
    private final Writes writes;

    private record Made(UUID uuid, Notification value) {}

    public Notifications(DynamoDbClient client, String table, Writes writes) {
        this.client = client;
        this.table = table;
        this.writes = writes;
    }

    /** Whether events of a type may concern users. Other events need not be read. */
    public static boolean follow(String eventType) {
        return Notices.types().contains(eventType);
    }

    /**
     * Makes the notifications of an event. A process that dies in between has made some of them, and a repetition makes the
     * others.
     *
     * @throws WaggleException {@link ErrorCode#SERVICE_UNAVAILABLE} when other writes always came first
     */
    public void make(UUID company, UUID uuid, Event event) {
        var source = Notices.source(uuid, event);
        if (told.contains(source)) {
            return;
        }
        var records = new StoredRecords(client, table, company);
        Notices.of(event, records).ifPresent(notice -> {
            var users = records.find(User.RESOURCE, List.copyOf(notice.users())).stream()
                    .filter(user -> notice.isFor(user.value()))
                    .map(Entity::uuid)
                    .toList();
            IntStream.iterate(0, first -> first < users.size(), first -> first + PORTION)
                    .mapToObj(first -> users.subList(first, Math.min(users.size(), first + PORTION)))
                    .map(some -> some.stream()
                            .map(user -> new Made(Uuids.derived(source, user), notification(notice, user, uuid, event)))
                            .toList())
                    .forEach(some -> write(Actor.waggle(company), some));
            if (!source.equals(uuid) && told.size() < MOST_TOLD) {
                told.add(source);
            }
        });
    }

    private static Notification notification(Notice notice, UUID user, UUID uuid, Event event) {
        return new Notification(notice.type(), user, notice.subject(), notice.text(), event.actor(), uuid, null);
    }

    private void write(Actor waggle, List<Made> notifications) {
        for (var tried = 1; ; tried++) {
            try {
                create(waggle, notifications);
                return;
            } catch (WaggleException e) {
                if (e.code() != ErrorCode.CONFLICT || tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void create(Actor waggle, List<Made> notifications) {
        writes.run(waggle, write -> {
            var uuids = notifications.stream().map(Made::uuid).toList();
            var made = write.find(Notification.RESOURCE, uuids).stream()
                    .map(Entity::uuid)
                    .collect(Collectors.toCollection(HashSet::new));
            notifications.stream()
                    .filter(notification -> !made.contains(notification.uuid()))
                    .forEach(notification ->
                            write.create(Notification.RESOURCE, notification.uuid(), notification.value()));
            return made;
        });
    }
}
