package waggle.model.transaction;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Explains why an item, as it is stored, does not satisfy a condition of a transaction. */
@FunctionalInterface
public interface Refusal {
    /**
     * The exception to throw.
     *
     * @param stored the item's attributes; empty when there is no item
     * @return empty when this condition holds, or when only a fresh read can tell
     */
    Optional<? extends RuntimeException> of(Map<String, AttributeValue> stored);

    /** The same exception for every stored item. */
    static Refusal always(Supplier<? extends RuntimeException> exception) {
        return stored -> Optional.of(exception.get());
    }

    /** A failed condition means that another write came first: the write begins again. */
    static Refusal raced() {
        return stored -> Optional.empty();
    }

    /** A failed condition is an error of Waggle's own. */
    static Refusal impossible(String why) {
        return always(() -> new IllegalStateException(why));
    }
}
