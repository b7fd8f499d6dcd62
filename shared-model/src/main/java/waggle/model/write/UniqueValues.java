package waggle.model.write;

import java.util.LinkedHashMap;
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
            var old = texts(unique, before);
            var wanted = texts(unique, after);
            // Texts that differ in case only are the same and keep their item.
            old.keySet().stream().filter(key -> !wanted.containsKey(key)).forEach(transaction::delete);
            wanted.forEach((key, text) -> {
                if (!old.containsKey(key)) {
                    claim(key, text, after.orElseThrow());
                }
            });
        }
    }

    private void claim(ItemKey key, Unique.Text text, Snapshot<T> owner) {
        var item = key.attributes();
        item.put(OWNER, AttributeValue.fromS(owner.entity().uuid().toString()));
        transaction.insert(item, stored -> Optional.of(taken(text, stored)));
    }

    private WaggleException taken(Unique.Text text, Map<String, AttributeValue> stored) {
        var owner = Objects.requireNonNull(stored.get(OWNER)).s();
        return new WaggleException(
                ErrorCode.CONFLICT,
                "The %s \"%s\" is taken by %s %s".formatted(text.name(), text.written(), resource.noun(), owner));
    }

    private Map<ItemKey, Unique.Text> texts(Unique<T> unique, Optional<Snapshot<T>> snapshot) {
        var texts = new LinkedHashMap<ItemKey, Unique.Text>();
        snapshot.ifPresent(record -> unique.texts()
                .apply(record.value())
                .forEach(
                        text -> texts.put(ItemKey.unique(company, resource.name(), unique.field(), text.key()), text)));
        return texts;
    }
}
