package waggle.cloud.environment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.cloud.CommandFailure;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.events.Event;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.records.Entity;
import waggle.model.write.Log;

/** Writes an event without a change of a record. The stream of the table then delivers it like any other event. */
record EventWriter(DynamoDbClient dynamoDb, String table) {
    private static final String REQUEST_ID = "sample";

    Optional<UUID> write(KeySecret key, Sample sample) {
        return new KeyStore(dynamoDb, table)
                .find(key)
                .map(grant -> write(Actor.ofKey(grant.company(), grant.uuid(), grant.label(), REQUEST_ID), sample));
    }

    private UUID write(Actor actor, Sample sample) {
        var log = new Log<>(Event.RESOURCE);
        try {
            return Catalogue.writes(dynamoDb, table, Clock.systemUTC()).run(actor, write -> {
                var now = write.time();
                var event = new Event(sample.type(), now, sample.data(), actor.identity(), actor.requestId());
                var entity = new Entity<>(Uuids.next(), event, now, now, 1);
                log.append(write, List.of(entity));
                return entity.uuid();
            });
        } catch (WaggleException e) {
            throw new CommandFailure("No event was sent: " + e.getMessage(), e);
        }
    }
}
