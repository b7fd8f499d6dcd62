package waggle.cloud.environment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.cloud.CommandFailure;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.events.Event;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.store.Entity;
import waggle.model.store.Raced;
import waggle.model.store.Transaction;

/** Writes an event without a change of a record. The stream of the table then delivers it like any other event. */
record EventWriter(DynamoDbClient dynamoDb, String table) {
    private static final String REQUEST_ID = "sample";
    private static final int ATTEMPTS = 10;

    Optional<UUID> write(KeySecret key, Sample sample) {
        return new KeyStore(dynamoDb, table)
                .find(key)
                .map(grant -> write(new Actor(grant.company(), grant.uuid(), REQUEST_ID), sample));
    }

    private UUID write(Actor actor, Sample sample) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var by = new Event.By(actor.apiKey());
        var event = new Event(sample.type(), now, sample.data(), by, actor.requestId());
        var entity = new Entity<>(Uuids.next(), event, now, now, 1);
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (isWritten(actor, entity)) {
                return entity.uuid();
            }
        }
        throw new CommandFailure("No event was sent because of concurrent writes: try again");
    }

    private boolean isWritten(Actor actor, Entity<Event> event) {
        try {
            new Transaction(table).record(actor, event).commit(dynamoDb);
            return true;
        } catch (Raced e) {
            return false;
        } catch (WaggleException e) {
            throw new CommandFailure("No event was sent: " + e.getMessage(), e);
        }
    }
}
