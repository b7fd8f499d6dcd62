package waggle.bench.daily;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.commissions.CommissionRule;
import waggle.model.deals.Deal;
import waggle.model.deals.DealBuilder;
import waggle.model.deals.Payment;
import waggle.model.declaration.Write;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.records.Entity;
import waggle.model.stages.Stage;
import waggle.model.store.StoredRecords;
import waggle.model.table.ItemKey;
import waggle.model.write.BulkRecords;

/**
 * Payments of one company that are due today. The first one is made by a rule and a won deal; the others are stored as it is.
 */
final class OpenPayments {
    /** DynamoDB Local reads the whole rest of a collection for each reply, so replies have a limit. */
    private static final int MOST_AT_ONCE = 5_000;

    private final DynamoDbClient client;
    private final String table;
    private final Actor actor = Actor.waggle(Uuids.next());
    private final int count;

    OpenPayments(DynamoDbClient client, String table, int count) {
        this.client = client;
        this.table = table;
        this.count = count;
    }

    void write() {
        var writes = Catalogue.writes(client, table, Clock.systemUTC());
        var won = writes.run(actor, OpenPayments::rule);
        writes.run(actor, write -> deal(write, won));
        var first = new StoredRecords(client, table, actor.company())
                .all(Payment.RESOURCE)
                .getFirst();
        var bulk = new BulkRecords<>(
                client,
                table,
                actor.company(),
                Payment.RESOURCE,
                count,
                number -> number == 0 ? first : like(first, number));
        bulk.writeRecords(1, count);
    }

    private static Entity<Payment> like(Entity<Payment> first, int number) {
        var made = first.createdAt();
        return new Entity<>(BulkRecords.uuid(made.toEpochMilli() + 1, number), first.value(), made, made, 1);
    }

    /** Returns the stage for which the rule pays. */
    private static UUID rule(Write write) {
        var won = new Stage(Stage.Kind.DEAL, "Won", Stage.Phase.CLOSED_WON, null, null, null);
        var stage = write.create(Stage.RESOURCE, won).uuid();
        var rule = Map.of(
                "label", "Resellers",
                "partner_type", "reseller",
                "entries",
                        List.of(Map.of(
                                "trigger",
                                Map.of("stage_uuid", stage),
                                "calculation",
                                Map.of("type", "one_off", "option", "percentage", "value", 10))));
        write.create(CommissionRule.RESOURCE, Json.mapper().convertValue(rule, CommissionRule.class));
        return stage;
    }

    private static Deal deal(Write write, UUID stage) {
        var partner = PartnerBuilder.builder()
                .name("Acme")
                .partnerType(PartnerType.RESELLER)
                .build();
        return write.create(
                        Deal.RESOURCE,
                        DealBuilder.builder()
                                .label("Deal")
                                .dealValue(BigDecimal.valueOf(1_000))
                                .partnerUuid(
                                        write.create(Partner.RESOURCE, partner).uuid())
                                .stageUuid(stage)
                                .build())
                .value();
    }

    /** The payments that became due, each as often as it has an event of it. */
    List<UUID> due() {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :events")
                        .limit(MOST_AT_ONCE)
                        .filterExpression("#type = :due")
                        .projectionExpression("#data")
                        .expressionAttributeNames(Map.of("#type", "type", "#data", "data"))
                        .expressionAttributeValues(Map.of(
                                ":events", AttributeValue.fromS(ItemKey.collection(actor.company(), Event.NAME)),
                                ":due", AttributeValue.fromS("payment.due"))))
                .items()
                .stream()
                .map(event ->
                        Json.parse(Objects.requireNonNull(event.get("data")).s(), Event.Data.class))
                .map(data -> UUID.fromString(data.object().required("uuid").textValue()))
                .toList();
    }
}
