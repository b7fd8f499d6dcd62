package waggle.model.write;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Unique;
import waggle.model.records.Snapshot;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Transaction;

/** The items that keep declared texts unique: one for each text, with the uuid of the record that has it. */
final class UniqueValues<T> {
    private static final String OWNER = "owner";

    private final Resource<T> resource;
    private final UUID company;
    private final Transaction transaction;

    UniqueValues(Resource<T> resource, UUID company, Transaction transaction) {
        this.resource = resource;
        this.company = company;
        this.transaction = transaction;
    }

    /** Releases the texts that only the old value has and claims those that only the new one has. */
    void exchange(Optional<Snapshot<T>> before, Optional<Snapshot<T>> after) {
        for (var unique : resource.uniques()) {
            var old = before.flatMap(snapshot -> key(unique, snapshot.value()));
            var wanted = after.flatMap(snapshot -> key(unique, snapshot.value()));
            // Texts that differ in case only are the same and keep their item.
            if (!old.equals(wanted)) {
                old.ifPresent(transaction::delete);
                wanted.ifPresent(key -> claim(unique, key, after.orElseThrow()));
            }
        }
    }

    private void claim(Unique<T> unique, ItemKey key, Snapshot<T> owner) {
        var item = key.attributes();
        item.put(OWNER, AttributeValue.fromS(owner.entity().uuid().toString()));
        transaction.insert(item, stored -> Optional.of(taken(unique, owner.value(), stored)));
    }

    private WaggleException taken(Unique<T> unique, T value, Map<String, AttributeValue> stored) {
        var owner = Objects.requireNonNull(stored.get(OWNER)).s();
        return new WaggleException(
                ErrorCode.CONFLICT,
                "The %s \"%s\" is taken by %s %s"
                        .formatted(
                                unique.field().replace('_', ' '), unique.value().apply(value), resource.noun(), owner));
    }

    private Optional<ItemKey> key(Unique<T> unique, T value) {
        return unique.folded(value).map(text -> ItemKey.unique(company, resource.name(), unique.field(), text));
    }
}
