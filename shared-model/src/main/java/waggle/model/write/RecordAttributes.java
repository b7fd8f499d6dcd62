package waggle.model.write;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.lists.StoredFacets;
import waggle.model.records.EntitySchema;
import waggle.model.records.Snapshot;
import waggle.model.table.TableDesign;

/** The attributes that follow from a record's fields: the fields, and those by which indexes and expiry find the record. */
final class RecordAttributes<T> {
    /** One more whenever something else is derived, so that {@link DerivedAttributes} renews older items. */
    private static final AttributeValue SCHEMA = AttributeValue.fromN("1");

    private final Resource<T> resource;
    private final EntitySchema<T> schema;
    private final UUID company;

    RecordAttributes(Resource<T> resource, UUID company) {
        this.resource = resource;
        this.schema = resource.schema();
        this.company = company;
    }

    Map<String, AttributeValue> of(Snapshot<T> snapshot) {
        var entity = snapshot.entity();
        var json = snapshot.json();
        var attributes = schema.attributes(snapshot);
        attributes.remove(TableDesign.SORT_KEY);
        attributes.put(TableDesign.SCHEMA, SCHEMA);
        if (resource.storing().isListed() || !resource.groupings().isEmpty()) {
            attributes.put(TableDesign.FACETS, StoredFacets.of(resource, json));
        }
        if (resource.storing().isListed()) {
            attributes.put(TableDesign.LISTED_AT, AttributeValue.fromS(Json.time(entity.createdAt())));
        }
        resource.groupings().stream()
                .filter(group -> json.path(group.field()).isTextual())
                .forEach(group -> attributes.put(
                        group.index().partitionKey(),
                        AttributeValue.fromS(group.partition(
                                company, resource, json.path(group.field()).textValue()))));
        resource.storing()
                .retention()
                .map(time -> entity.createdAt().plus(time).getEpochSecond())
                .ifPresent(end -> attributes.put(TableDesign.TIME_TO_LIVE, AttributeValue.fromN(Long.toString(end))));
        resource.due(snapshot.value()).ifPresent(time -> {
            attributes.put(TableDesign.DUE, AttributeValue.fromS(TableDesign.dueShard(entity.uuid())));
            attributes.put(TableDesign.DUE_AT, AttributeValue.fromS(Json.time(time)));
        });
        return attributes;
    }

    /** The attributes that are no fields. */
    Map<String, AttributeValue> derived(Snapshot<T> snapshot) {
        var derived = of(snapshot);
        derived.keySet().removeAll(schema.attributes(snapshot).keySet());
        return derived;
    }
}
