package waggle.model.store;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.table.ItemKey;

/** The items that keep unique what a resource declares so: one for each text, with the uuid of the record that has it. */
final class UniqueValues<T> {
    private static final String OWNER = "owner";

    private final Resource<T> resource;

    UniqueValues(Resource<T> resource) {
        this.resource = resource;
    }

    void claim(Transaction transaction, UUID company, UUID owner, T value) {
        for (var unique : resource.uniques()) {
            claim(transaction, company, owner, unique, value);
        }
    }

    void release(Transaction transaction, UUID company, T value) {
        for (var unique : resource.uniques()) {
            release(transaction, company, unique, value);
        }
    }

    /** Exchanges what has changed; a text that differs in case only is the same and keeps its item. */
    void exchange(Transaction transaction, UUID company, UUID owner, T before, T after) {
        for (var unique : resource.uniques()) {
            if (!unique.folded(before).equals(unique.folded(after))) {
                release(transaction, company, unique, before);
                claim(transaction, company, owner, unique, after);
            }
        }
    }

    private void claim(Transaction transaction, UUID company, UUID owner, Unique<T> unique, T value) {
        key(company, unique, value).ifPresent(key -> {
            var item = key.attributes();
            item.put(OWNER, AttributeValue.fromS(owner.toString()));
            transaction.claim(item, there -> taken(unique, value, there));
        });
    }

    private void release(Transaction transaction, UUID company, Unique<T> unique, T value) {
        key(company, unique, value).ifPresent(transaction::remove);
    }

    private WaggleException taken(Unique<T> unique, T value, Map<String, AttributeValue> there) {
        var owner = Objects.requireNonNull(there.get(OWNER)).s();
        return new WaggleException(
                ErrorCode.CONFLICT,
                "The %s \"%s\" is taken by %s %s"
                        .formatted(
                                unique.field().replace('_', ' '), unique.value().apply(value), resource.noun(), owner));
    }

    private Optional<ItemKey> key(UUID company, Unique<T> unique, T value) {
        return unique.folded(value).map(text -> ItemKey.unique(company, resource.name(), unique.field(), text));
    }
}
