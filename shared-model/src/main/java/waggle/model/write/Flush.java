package waggle.model.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.declaration.Owned;
import waggle.model.declaration.Resource;
import waggle.model.paging.SegmentRemoval;
import waggle.model.paging.Segments;
import waggle.model.records.Precondition;
import waggle.model.write.Happening.Written;

/** Adds to the transaction all items of the records that a unit of work has written. */
final class Flush {
    private final DynamoDbClient client;
    private final String table;
    private final int segmentSize;

    Flush(DynamoDbClient client, String table, int segmentSize) {
        this.client = client;
        this.table = table;
        this.segmentSize = segmentSize;
    }

    void add(UnitOfWork unit, List<Happening> happenings) {
        var collections = new LinkedHashMap<String, Moved>();
        var texts = new UniqueValues(unit, unit.kept().behind());
        for (var happening : happenings) {
            if (happening instanceof Written<?> written) {
                add(unit, written);
                texts.exchange(written);
                if (written.resource().storing().isCounted()) {
                    collections
                            .computeIfAbsent(written.resource().collection(unit.company()), unused -> new Moved())
                            .add(written);
                }
            }
        }
        texts.claim();
        collections.forEach((collection, moved) -> count(unit, collection, moved));
    }

    private <T> void add(UnitOfWork unit, Written<T> written) {
        var resource = written.resource();
        var items = new RecordItems<>(resource, unit.company());
        var before = written.before().orElse(null);
        var after = written.after().orElse(null);
        new ContributionItems(unit.transaction(), unit)
                .exchange(resource.contributions(unit, before), resource.contributions(unit, after));
        if (before == null && after != null) {
            if (unit.kept().isMissed(resource, written.uuid())) {
                items.insertMissed(unit.transaction(), after);
            } else {
                items.insert(unit.transaction(), after);
            }
        } else if (before != null && after != null) {
            items.change(unit.transaction(), before, after);
        } else if (before != null) {
            items.delete(unit.transaction(), before);
            resource.owned().forEach(owned -> end(unit, resource, owned, written.uuid()));
        }
    }

    /** A nested collection leaves no segments when its owner is removed. */
    private void end(UnitOfWork unit, Resource<?> owners, Owned owned, UUID owner) {
        var nested = owned.of(owner);
        if (nested.nesting().isPresent()
                && !new SegmentRemoval(client, table, nested.collection(unit.company()))
                        .deleteWith(unit.transaction())) {
            throw new OwnsOthers(owners, owner, Precondition.NONE);
        }
    }

    private void count(UnitOfWork unit, String collection, Moved moved) {
        var segments = new Segments(client, table, collection, segmentSize);
        if (!moved.created.isEmpty()) {
            moved.created.sort(Comparator.comparing(UUID::toString));
            segments.insert(unit.transaction(), moved.created, moved.removed.isEmpty());
        }
        moved.removed.forEach(uuid -> segments.delete(unit.transaction(), uuid));
    }

    /** The records that come to a collection and those that leave it. */
    private static final class Moved {
        private final List<UUID> created = new ArrayList<>();
        private final List<UUID> removed = new ArrayList<>();

        void add(Written<?> written) {
            if (written.isCreation()) {
                created.add(written.uuid());
            } else if (written.isRemoval()) {
                removed.add(written.uuid());
            }
        }
    }
}
