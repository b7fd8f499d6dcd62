package waggle.cloud;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.events.Event;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.store.Entity;
import waggle.model.store.Raced;
import waggle.model.store.Transaction;

/** Where every write leaves its event. A sample is left there without a write, and what follows is the same. */
record Outbox(DynamoDbClient dynamoDb, String table) {
    private static final String REQUEST_ID = "sample";
    private static final int ATTEMPTS = 10;

    Optional<UUID> put(KeySecret key, Sample sample) {
        return new KeyStore(dynamoDb, table)
                .find(key)
                .map(grant -> put(new Actor(grant.company(), grant.uuid(), REQUEST_ID), sample));
    }

    private UUID put(Actor actor, Sample sample) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var by = new Event.By(actor.apiKey());
        var event = new Event(sample.type(), now, sample.data(), by, actor.requestId());
        var entity = new Entity<>(Uuids.next(), event, now, now, 1);
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (isPut(actor, entity)) {
                return entity.uuid();
            }
        }
        throw new Complaint("Nothing was sent, as too much else happens there: try again");
    }

    private boolean isPut(Actor actor, Entity<Event> event) {
        try {
            new Transaction(table).record(actor, event).commit(dynamoDb);
            return true;
        } catch (Raced othersCameFirst) {
            return false;
        } catch (WaggleException e) {
            throw new Complaint("Nothing was sent: " + e.getMessage(), e);
        }
    }
}
