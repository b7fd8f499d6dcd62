package waggle.model.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.records.ItemBatch;
import waggle.model.table.ItemKey;

/**
 * Adds to entries of a log the names of the records that they name, for {@code expand=labels} (docs/api.md, "Lists"). The
 * names are those that the records had after the write of the entry. One batched read finds those of a page.
 */
public final class Labels {
    /** The name in {@code expand}, and the field that it adds. */
    public static final String FIELD = "labels";

    private final DynamoDbClient client;
    private final String table;
    private final UUID company;
    private final Function<String, Optional<Resource<?>>> resources;

    /** @param resources by their names */
    public Labels(
            DynamoDbClient client, String table, UUID company, Function<String, Optional<Resource<?>>> resources) {
        this.client = client;
        this.table = table;
        this.company = company;
        this.resources = resources;
    }

    /** The JSON of the entries, each with the names by uuid. A record whose name is not known has none. */
    public List<ObjectNode> of(List<? extends Entity<?>> entries) {
        var trees = entries.stream().map(Json::tree).toList();
        var named = trees.stream().map(this::named).toList();
        var keys = new HashSet<ItemKey>();
        named.forEach(targets -> targets.forEach((uuid, target) -> {
            keys.add(target.key(company, uuid));
            keys.add(FormerNames.key(company, target, uuid));
        }));
        var items = ItemBatch.readEventually(client, table, keys);
        for (var i = 0; i < trees.size(); i++) {
            var time = entries.get(i).createdAt();
            var labels = trees.get(i).putObject(FIELD);
            named.get(i).forEach((uuid, target) -> name(target, uuid, time, items)
                    .ifPresent(name -> labels.put(uuid.toString(), name)));
        }
        return trees;
    }

    private <T> Optional<String> name(
            Resource<T> target, UUID uuid, Instant time, Map<ItemKey, Map<String, AttributeValue>> items) {
        var now = Optional.ofNullable(items.get(target.key(company, uuid)))
                .map(item -> target.title(target.schema().mapToItem(item).value()))
                .orElse(null);
        return Optional.ofNullable(items.get(FormerNames.key(company, target, uuid)))
                .map(FormerNames::of)
                .orElse(FormerNames.NONE)
                .at(time, now);
    }

    private Map<UUID, Resource<?>> named(ObjectNode entry) {
        var named = new HashMap<UUID, Resource<?>>();
        resources.apply(resource(entry)).ifPresent(resource -> {
            if (resource.nesting().isEmpty()) {
                put(named, resource, Set.of(own(entry)));
            }
            resource.references()
                    .forEach(reference -> put(named, reference.target().get(), uuids(entry, reference)));
        });
        return named;
    }

    private static void put(Map<UUID, Resource<?>> named, Resource<?> target, Set<String> uuids) {
        uuids.forEach(uuid -> named.put(UUID.fromString(uuid), target));
    }

    /** The name of the resource whose record an entry is about: {@code deal} of the event {@code deal.stage_changed}. */
    private static String resource(ObjectNode entry) {
        return entry.has("changes")
                ? entry.path("resource").asText()
                : entry.path("type").asText().split("\\.", 2)[0];
    }

    private static String own(ObjectNode entry) {
        return entry.has("changes")
                ? entry.path("record_uuid").asText()
                : entry.path("data").path("object").path("uuid").asText();
    }

    private static Set<String> uuids(ObjectNode entry, Reference reference) {
        var field = reference.field();
        var change = entry.path("changes").path(field);
        var data = entry.path("data");
        var uuids = new HashSet<String>();
        Stream.of(
                        change.path("before"),
                        change.path("after"),
                        data.path("object").path(field),
                        data.path("previous").path(field))
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(Objects::nonNull)
                .forEach(uuids::add);
        return uuids;
    }
}
