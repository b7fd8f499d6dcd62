package waggle.model.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.records.ItemBatch;
import waggle.model.table.ItemKey;

/** Adds referenced records beside their uuids for {@code expand} (docs/api.md, "Lists"). */
public final class Expanded {
    private final DynamoDbClient client;
    private final String table;
    private final UUID company;

    public Expanded(DynamoDbClient client, String table, UUID company) {
        this.client = client;
        this.table = table;
        this.company = company;
    }

    public List<ObjectNode> of(List<? extends Entity<?>> entities, List<Reference> references) {
        return into(entities.stream().map(Json::tree).toList(), references);
    }

    /** Adds the referenced records to the JSON of records. */
    public List<ObjectNode> into(List<ObjectNode> records, List<Reference> references) {
        var targets = read(records, references);
        for (var record : records) {
            references.forEach(reference -> expand(record, reference, targets));
        }
        return records;
    }

    private Map<ItemKey, ObjectNode> read(List<ObjectNode> records, List<Reference> references) {
        var resources = new HashMap<ItemKey, Resource<?>>();
        for (var reference : references) {
            var target = reference.target().get();
            records.stream()
                    .flatMap(record -> uuids(record.path(reference.field())))
                    .forEach(uuid -> resources.put(key(target, uuid), target));
        }
        var targets = new HashMap<ItemKey, ObjectNode>();
        ItemBatch.read(client, table, resources.keySet()).forEach((key, item) -> {
            var target = Objects.requireNonNull(resources.get(key));
            targets.put(key, Json.tree(target.schema().mapToItem(item)));
        });
        return targets;
    }

    private void expand(ObjectNode record, Reference reference, Map<ItemKey, ObjectNode> targets) {
        var target = reference.target().get();
        var found = uuids(record.path(reference.field()))
                .flatMap(uuid -> Stream.<JsonNode>ofNullable(targets.get(key(target, uuid))))
                .toList();
        record.set(
                reference.expansion(),
                reference.isMany()
                        ? JsonNodeFactory.instance.arrayNode().addAll(found)
                        : found.stream().findFirst().orElse(JsonNodeFactory.instance.nullNode()));
    }

    private static Stream<String> uuids(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText)
                : Stream.of(value).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private ItemKey key(Resource<?> target, String uuid) {
        return target.key(company, UUID.fromString(uuid));
    }
}
