package waggle.model.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.deals.Deal;
import waggle.model.declaration.Contribution;
import waggle.model.declaration.Contributions;
import waggle.model.json.Json;
import waggle.model.lists.LogSegments;
import waggle.model.memory.ChangeFeed;
import waggle.model.paging.Segment;
import waggle.model.records.Entity;
import waggle.model.records.ItemBatch;
import waggle.model.records.Sums;
import waggle.model.stages.Stage;
import waggle.model.store.StoredRecords;
import waggle.model.table.ItemKey;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.SingleItems;

/**
 * Counts the values of deals in their stages again, where an earlier release did not count them. A writer that moves a sum of
 * a stage moves {@link Entity#MOVES} in the same transaction. So sums are exact if they are written on condition that the
 * stage has not moved since before the deals were read. Deals that changed meanwhile are found by their events, so that only
 * these are read between the stage and the write.
 */
final class StageSums {
    /** For the stages of a company whose deals change all the time. */
    private static final Duration TIME = Duration.ofSeconds(60);

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    StageSums(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Counts the deals of the stages among some items.
     *
     * @return the number of stages whose sums were others
     */
    long renew(List<Map<String, AttributeValue>> items) {
        return items.stream()
                .map(ItemKey::of)
                .filter(StageSums::isStage)
                .collect(Collectors.groupingBy(ItemKey::company, Collectors.toSet()))
                .entrySet()
                .stream()
                .mapToLong(stages -> new Company(stages.getKey()).renew(stages.getValue()))
                .sum();
    }

    private static boolean isStage(ItemKey key) {
        return key.pk().startsWith("C#") && key.pk().equals(Stage.RESOURCE.collection(key.company()));
    }

    /** One company: what each of its deals adds to the sums of its stage. */
    private final class Company {
        private final UUID uuid;
        private final StoredRecords records;
        private final Instant begin = clock.instant();
        private final Map<UUID, Collection<Contribution>> deals = new HashMap<>();

        Company(UUID uuid) {
            this.uuid = uuid;
            this.records = new StoredRecords(client, table, uuid);
            records.each(Deal.RESOURCE).forEach(this::put);
        }

        private void put(Entity<Deal> deal) {
            var contributions = new Contributions(uuid);
            deal.value().contributeToStage(contributions);
            deals.put(deal.uuid(), contributions.byTarget().values());
        }

        long renew(Set<ItemKey> keys) {
            var budget = RetryBudget.of(TIME);
            var left = new HashSet<>(keys);
            var renewed = 0L;
            while (true) {
                var stages = ItemBatch.read(client, table, left);
                readChanged();
                left.retainAll(stages.keySet());
                for (var stage : stages.entrySet()) {
                    var differing = differing(stage.getKey(), stage.getValue());
                    if (differing.isEmpty()) {
                        left.remove(stage.getKey());
                    } else if (write(stage.getKey(), stage.getValue(), differing, budget)) {
                        left.remove(stage.getKey());
                        renewed++;
                    }
                }
                if (left.isEmpty()) {
                    return renewed;
                }
                budget.pause();
            }
        }

        /** A slow writer, or another clock, may have dated the event of a later write before the beginning. */
        private void readChanged() {
            var changed = new HashSet<UUID>();
            new ChangeFeed(client, table, uuid, true).read(Segment.at(begin.minus(LogSegments.SETTLED)), event -> {
                if (text(event, ChangeFeed.TYPE).startsWith(Deal.RESOURCE.name() + ".")) {
                    var data = Json.parse(text(event, ChangeFeed.DATA), JsonNode.class);
                    changed.add(UUID.fromString(
                            data.required("object").required("uuid").textValue()));
                }
                return true;
            });
            deals.keySet().removeAll(changed);
            records.find(Deal.RESOURCE, List.copyOf(changed)).forEach(this::put);
        }

        /** The sums of a stage that are not as stored, by their attributes. */
        private Map<String, BigDecimal> differing(ItemKey stage, Map<String, AttributeValue> stored) {
            var sums = new HashMap<String, BigDecimal>();
            var own = UUID.fromString(stage.sk());
            stored.keySet().stream()
                    .filter(name -> Sums.isOf(Stage.DEAL_VALUE, name))
                    .forEach(name -> sums.put(name, BigDecimal.ZERO));
            for (var contributions : deals.values()) {
                for (var contribution : contributions) {
                    if (contribution.uuid().equals(own)) {
                        contribution
                                .counters()
                                .forEach(counter -> sums.merge(counter, contribution.amount(counter), BigDecimal::add));
                    }
                }
            }
            sums.entrySet().removeIf(sum -> sum.getValue().compareTo(number(stored, sum.getKey())) == 0);
            return sums;
        }
    }

    private static BigDecimal number(Map<String, AttributeValue> item, String attribute) {
        var value = item.get(attribute);
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.n());
    }

    private static String text(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute), attribute).s();
    }

    /** The entity tag of the stage changes with its sums. */
    private boolean write(
            ItemKey stage, Map<String, AttributeValue> stored, Map<String, BigDecimal> sums, RetryBudget budget) {
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        sums.forEach((name, value) -> {
            var place = Integer.toString(names.size());
            names.put("#" + place, name);
            values.put(":" + place, AttributeValue.fromN(value.toPlainString()));
        });
        var sets = names.keySet().stream()
                .map(name -> name + " = :" + name.substring(1))
                .collect(Collectors.joining(", "));
        values.put(":one", AttributeValue.fromN("1"));
        var moves = stored.get(Entity.MOVES);
        if (moves != null) {
            values.put(":moves", moves);
        }
        return new SingleItems(client, table, budget).update(update -> update.key(stage.attributes())
                .updateExpression("SET " + sets + " ADD moves :one")
                .conditionExpression("attribute_exists(pk) AND "
                        + (moves == null ? "attribute_not_exists(moves)" : "moves = :moves"))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values));
    }
}
