package waggle.cloud.environment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.catalogue.Catalogue;
import waggle.model.records.Entity;
import waggle.model.store.StoredRecords;
import waggle.model.table.CollectionKey;
import waggle.model.table.TableDesign;
import waggle.model.webhooks.Replay;
import waggle.model.webhooks.WebhookEndpoint;

/** Requests replays for the enabled webhook endpoints of all companies. The sweeper runs them like those of clients. */
record ReplayOfAll(DynamoDbClient dynamoDb, String table) {

    /** Returns the number of endpoints. */
    int request(Instant since, Instant until) {
        return endpoints().mapToInt(key -> request(key.company(), since, until)).sum();
    }

    /** The collections with endpoints. Reads the whole index of facets, whose items are small. */
    private Stream<CollectionKey> endpoints() {
        return dynamoDb
                .scanPaginator(scan -> scan.tableName(table)
                        .indexName(TableDesign.FACETS_INDEX)
                        .projectionExpression(TableDesign.PARTITION_KEY)
                        .filterExpression("contains(" + TableDesign.PARTITION_KEY + ", :type)")
                        .expressionAttributeValues(Map.of(":type", AttributeValue.fromS("#" + WebhookEndpoint.NAME))))
                .items()
                .stream()
                .map(item -> Objects.requireNonNull(item.get(TableDesign.PARTITION_KEY))
                        .s())
                .distinct()
                .flatMap(partition -> CollectionKey.from(partition).stream())
                .filter(key -> key.isOf(WebhookEndpoint.NAME));
    }

    private int request(UUID company, Instant since, Instant until) {
        var enabled = new StoredRecords(dynamoDb, table, company)
                .all(WebhookEndpoint.RESOURCE).stream()
                        .filter(endpoint -> endpoint.value().status() == WebhookEndpoint.Status.ENABLED)
                        .map(Entity::uuid)
                        .toList();
        var writes = Catalogue.writes(dynamoDb, table, Clock.systemUTC());
        enabled.forEach(endpoint -> writes.run(
                Actor.waggle(company),
                write -> write.create(Replay.RESOURCE, Replay.begun(endpoint, since, until, List.of(), write.time()))));
        return enabled.size();
    }
}
