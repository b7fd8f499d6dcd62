package waggle.model.write;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Owned;
import waggle.model.declaration.Resource;
import waggle.model.paging.SegmentRemoval;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.StoredRecords;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.SingleItems;
import waggle.model.transaction.TooManyItems;

/**
 * Removes the records that a record owns before the record itself is removed. The owner is marked, so that nothing is added
 * to it; then some records at a time are removed in one transaction. The removal can stop anywhere and continues when it is
 * asked for again.
 */
final class Removal {
    /** Well within the 29 seconds after which API Gateway gives up. */
    private static final Duration TIME = Duration.ofSeconds(20);

    /** Records of a step whose references and texts fit one transaction in most cases. */
    private static final int STEP = 16;

    private final Writes writes;
    private final DynamoDbClient client;
    private final String table;
    private final Actor actor;
    private final RetryBudget budget = RetryBudget.of(TIME);

    Removal(Writes writes, DynamoDbClient client, String table, Actor actor) {
        this.writes = writes;
        this.client = client;
        this.table = table;
        this.actor = actor;
    }

    /** How many records a record owns. */
    static long owned(Resource<?> resource, Entity<?> entity) {
        return resource.owned().stream()
                .mapToLong(owned -> count(entity, owned))
                .sum();
    }

    private static long count(Entity<?> entity, Owned owned) {
        return Objects.requireNonNullElse(entity.counts().get(owned.count()), BigDecimal.ZERO)
                .longValue();
    }

    /** @throws WaggleException when the record or something it owns is in use, or when there is more than time allows */
    void prepare(OwnsOthers owner) {
        prepare(owner.resource(), owner.uuid(), owner.precondition());
    }

    private <T> void prepare(Resource<T> resource, UUID uuid, Precondition precondition) {
        var items = new RecordItems<>(resource, actor.company());
        writes.attempts(actor, unit -> {
            items.beginRemoval(unit.transaction(), unit.matching(resource, uuid, precondition));
            return uuid;
        });
        try {
            resource.owned().forEach(owned -> removeAll(resource, uuid, owned));
            resource.rules()
                    .lastItem(actor.company(), stored().get(resource, uuid))
                    .ifPresent(this::deleteUpTo);
        } catch (WaggleException refusal) {
            if (RetryBudget.isContention(refusal)) {
                throw budget.isUsedUp() ? unfinished(resource, uuid) : refusal;
            }
            writes.attempts(actor, unit -> {
                items.abandonRemoval(unit.transaction(), uuid);
                return uuid;
            });
            throw refusal;
        }
    }

    private void removeAll(Resource<?> owners, UUID owner, Owned owned) {
        var step = STEP;
        while (count(stored().get(owners, owner), owned) > 0) {
            var some = some(owners, owner, owned.of(owner), step);
            try {
                if (some.isEmpty()) {
                    // The index follows the count after a moment.
                    budget.pause();
                } else {
                    remove(owned.of(owner), some);
                }
            } catch (TooManyItems e) {
                step = smaller(step, e);
            }
            if (budget.isUsedUp()) {
                throw RetryBudget.contention();
            }
        }
        if (owned.of(owner).nesting().isPresent()) {
            new SegmentRemoval(client, table, owned.of(owner).collection(actor.company())).deleteClosed(budget);
        }
    }

    /** Deletes the items of a partition in the order of their keys. */
    private void deleteUpTo(ItemKey last) {
        var keys = client.queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :partition")
                        .projectionExpression("pk, sk")
                        .consistentRead(true)
                        .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(last.pk()))))
                .items();
        var items = new SingleItems(client, table, budget);
        keys.forEach(key -> items.delete(delete -> delete.key(key)));
    }

    private static int smaller(int step, TooManyItems e) {
        if (step == 1) {
            throw e;
        }
        return step / 2;
    }

    private <T> void remove(Resource<T> resource, List<UUID> uuids) {
        writes.attempts(actor, unit -> {
            uuids.stream()
                    .filter(uuid -> unit.find(resource, uuid).isPresent())
                    .forEach(uuid -> unit.remove(resource, uuid, Precondition.NONE));
            return uuids;
        });
    }

    /** A nested collection is its owner's; other records are found in the index by their owner. */
    private List<UUID> some(Resource<?> owners, UUID owner, Resource<?> owned, int most) {
        return owned.nesting().isPresent()
                ? some(null, TableDesign.PARTITION_KEY, owned.collection(actor.company()), most)
                : some(
                        TableDesign.PARENT_INDEX,
                        TableDesign.PARENT,
                        ItemKey.owned(actor.company(), owned.name(), owners.name(), owner),
                        most);
    }

    private List<UUID> some(@Nullable String index, String key, String partition, int most) {
        return client
                .query(query -> query.tableName(table)
                        .indexName(index)
                        .keyConditionExpression(key + " = :partition")
                        .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition)))
                        .limit(most))
                .items()
                .stream()
                .map(item -> UUID.fromString(ItemKey.of(item).sk()))
                .toList();
    }

    private WaggleException unfinished(Resource<?> resource, UUID uuid) {
        return new WaggleException(
                ErrorCode.CONFLICT,
                "The %s is being deleted; %d records that belong to it are left. Repeat the request to finish"
                        .formatted(resource.noun(), owned(resource, stored().get(resource, uuid))));
    }

    private StoredRecords stored() {
        return new StoredRecords(client, table, actor.company());
    }
}
