package waggle.model.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waggle.model.FaultyClient.Fault.KILLED_AFTER;
import static waggle.model.FaultyClient.Fault.NONE;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Killed;
import waggle.model.Limits;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.lists.ListRequest;
import waggle.model.notifications.Notification.Subject;
import waggle.model.paging.PageRequest;
import waggle.model.partners.NotificationType;
import waggle.model.partners.User;
import waggle.model.store.Store;
import waggle.model.write.Writes;

/** Many notifications of a user are marked in portions, of which each is a transaction. */
class ReadMarksTest {
    private static final int PORTION = 50;
    private static final Clock CLOCK = Clock.systemUTC();

    private final Actor actor = LocalTable.someone();
    private final UUID user = user();
    private final UUID other = Uuids.next();

    @Test
    void request_marksAPartOfVeryMany_andTheNextContinues() {
        notifications(PORTION + 10);

        assertThat(markAll(PORTION)).isEqualTo(new Marked(PORTION, true));
        assertThat(markAll(PORTION)).isEqualTo(new Marked(10, false));
        assertThat(markAll(PORTION)).isEqualTo(new Marked(0, false));
    }

    @Test
    void request_killedAfterAPortion_isContinuedByItsRepetition() {
        notifications(PORTION + 10);
        var writes = new AtomicInteger();
        var dying = FaultyClient.with(
                method -> method.equals("transactWriteItems") && writes.getAndIncrement() == 0 ? KILLED_AFTER : NONE);

        assertThatThrownBy(() -> markAll(dying, Integer.MAX_VALUE)).isInstanceOf(Killed.class);

        assertThat(markAll(Integer.MAX_VALUE)).isEqualTo(new Marked(10, false));
    }

    @Test
    void list_endsWhenTheNotificationsExpire() {
        notifications(3);

        assertThat(listed(Duration.ZERO)).isEqualTo(3);
        assertThat(listed(Limits.NOTIFICATION_RETENTION.minusHours(1))).isEqualTo(3);
        assertThat(listed(Limits.NOTIFICATION_RETENTION.plusHours(1))).isZero();
    }

    private long listed(Duration later) {
        var clock = Clock.offset(CLOCK, later);
        return new Store<>(LocalTable.shared(), LocalTable.NAME, Notification.RESOURCE, clock)
                .list(actor, ListRequest.all(new PageRequest(1, 10)))
                .meta()
                .recordCount();
    }

    private Marked markAll(int most) {
        return markAll(LocalTable.shared(), most);
    }

    private Marked markAll(DynamoDbClient client, int most) {
        var writes = writes(client);
        return writes.run(actor, write -> new ReadMarks(writes, most).markAll(write, user, null));
    }

    private static Writes writes(DynamoDbClient client) {
        return Catalogue.writes(client, LocalTable.NAME, CLOCK);
    }

    private UUID user() {
        var value = new User(
                "ada@example.com", null, null, User.Role.ADMIN, null, null, null, null, User.Status.ACTIVE, null);
        return writes(LocalTable.shared())
                .run(actor, write -> write.create(User.RESOURCE, value))
                .uuid();
    }

    private void notifications(int count) {
        IntStream.range(0, count).forEach(i -> writes(LocalTable.shared()).run(actor, write -> {
            var subject = new Subject(Notification.Type.PARTNER, other, "Acme");
            return write.create(
                    Notification.RESOURCE,
                    new Notification(
                            NotificationType.ASSIGNED,
                            user,
                            subject,
                            "You were assigned.",
                            actor.identity(),
                            Uuids.next(),
                            null));
        }));
    }
}
