package waggle.model.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.store.Entity;
import waggle.model.store.Precondition;
import waggle.model.store.Receipt;
import waggle.model.store.Store;
import waggle.model.store.Transaction;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/** What became of events on their way to endpoints. */
public final class Deliveries {
    private final Store<Delivery> store;
    private final Clock clock;

    public Deliveries(DynamoDbClient client, String table, Clock clock) {
        this.store = new Store<>(client, table, Delivery.RESOURCE, clock);
        this.clock = clock;
    }

    public Optional<Entity<Delivery>> find(UUID company, UUID endpoint, UUID event) {
        return store.find(Actor.waggle(company), DeliveryId.of(endpoint, event));
    }

    /**
     * Writes a delivery.
     *
     * @param before what it was; null when it is new
     * @throws WaggleException {@link ErrorCode#CONFLICT} or {@link ErrorCode#VERSION_MISMATCH} when others came first
     */
    public void save(UUID company, @Nullable Entity<Delivery> before, Delivery after, Receipt receipt) {
        var waggle = Actor.waggle(company);
        if (before == null) {
            var uuid = DeliveryId.of(after.webhookEndpointUuid(), after.eventUuid());
            store.create(waggle, uuid, after, receipt);
        } else {
            var same = new Precondition(Set.of(before.version()));
            store.change(waggle, before.uuid(), same, unused -> after, receipt);
        }
    }

    /** Makes a delivery that waits due now, which changes neither its version nor its time. */
    public void makeDue(Transaction transaction, UUID company, UUID delivery) {
        var now = AttributeValue.fromS(Json.time(clock.instant()));
        transaction.update(
                ItemKey.record(company, Delivery.NAME, delivery),
                "SET " + TableDesign.DUE_AT + " = :now",
                Map.of(":now", now),
                "attribute_exists(" + TableDesign.DUE_AT + ")",
                Transaction::contention);
    }

    /** Asks for a delivery, made before or not, to be tried from a time on. */
    public void ask(UUID company, Delivery wanted, Instant next) {
        var known = find(company, wanted.webhookEndpointUuid(), wanted.eventUuid());
        var now = clock.instant();
        var again = known.map(Entity::value).orElse(wanted).again(now, next);
        save(company, known.orElse(null), again, Receipt.none());
    }
}
