package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import waggle.events.Relay.News;
import waggle.events.queue.QueuesInMemory;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.notifications.Notification;
import waggle.model.notifications.Notifications;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.partners.User;
import waggle.model.records.Entity;
import waggle.model.store.StoredRecords;

/** Events whose users cannot be notified. */
class NotifierTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Actor actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "request");
    private final QueuesInMemory queues = new QueuesInMemory(actor.company(), CLOCK);

    @Test
    void failureOfDynamoDb_isReportedWithTheFirstEvent_andNothingIsParked() {
        var broken = (DynamoDbClient) Proxy.newProxyInstance(
                NotifierTest.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    throw DynamoDbException.builder().message("unavailable").build();
                });

        var failed = notifier(broken).tell(List.of(news("1", assigned()), news("2", assigned())));

        assertThat(failed).contains("1");
        assertThat(queues.parked()).isEmpty();
    }

    @Test
    void event_thatCannotBeUnderstood_isParked_andTheOthersGoOn() {
        var strange = assigned();
        ((ObjectNode) strange.data().object()).put("assigned_user_uuids", "nobody");

        var failed = notifier(LocalTable.shared()).tell(List.of(news("1", strange), news("2", assigned())));

        assertThat(failed).isEmpty();
        assertThat(queues.parked()).singleElement().satisfies(position -> assertThat(position)
                .contains("\"SequenceNumber\":\"1\""));
        assertThat(new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company()).all(Notification.RESOURCE))
                .hasSize(1);
    }

    private Notifier notifier(DynamoDbClient client) {
        var writes = Catalogue.writes(client, LocalTable.NAME, CLOCK);
        return new Notifier(new Notifications(client, LocalTable.NAME, writes), queues);
    }

    private News news(String sequence, Event event) {
        var nothing = Json.mapper().createObjectNode();
        nothing.putObject("sk").put("S", Uuids.next().toString());
        return new News(new StreamRecord(sequence, nothing, nothing), actor.company(), event);
    }

    /** The event of a new partner with a user. */
    private Event assigned() {
        var writes = Catalogue.writes(LocalTable.shared(), LocalTable.NAME, CLOCK);
        var email = Uuids.next() + "@example.com";
        var user = new User(email, null, null, User.Role.ADMIN, null, null, null, null, User.Status.ACTIVE, null);
        writes.run(actor, write -> {
            var made = write.create(User.RESOURCE, user);
            return write.create(Partner.RESOURCE, partner(made.uuid()));
        });
        return new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company())
                .all(Event.RESOURCE).stream()
                        .map(Entity::value)
                        .filter(event -> event.type().equals("partner.created"))
                        .reduce((first, last) -> last)
                        .orElseThrow();
    }

    private static Partner partner(UUID user) {
        return PartnerBuilder.builder()
                .name("Acme")
                .partnerType(PartnerType.RESELLER)
                .assignedUserUuids(List.of(user))
                .build();
    }
}
