package waggle.model.idempotency;

import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.store.Transaction;
import waggle.model.table.TableDesign;

/** A key that was free and is now this request's, until it is answered, released, or its time is over. */
public final class Claim implements IdempotencyRecords.Outcome {
    private final IdempotencyRecords records;
    private final Map<String, AttributeValue> item;

    Claim(IdempotencyRecords records, Map<String, AttributeValue> item) {
        this.records = records;
        this.item = Map.copyOf(item);
    }

    /** Joins the answer to the write that it answers, so that there is never one without the other. */
    public void answer(Transaction transaction, Answer answer) {
        transaction.replace(
                IdempotencyRecords.answered(item, answer),
                IdempotencyRecords.TOKEN,
                token(),
                () -> new WaggleException(ErrorCode.CONFLICT, "The Idempotency-Key was taken over by a later request"));
    }

    /** Leaves the key free: the request was refused, and nothing was done. */
    public void release() {
        records.release(this);
    }

    Map<String, AttributeValue> item() {
        return item;
    }

    Map<String, AttributeValue> key() {
        return Map.of(
                TableDesign.PARTITION_KEY, attribute(TableDesign.PARTITION_KEY),
                TableDesign.SORT_KEY, attribute(TableDesign.SORT_KEY));
    }

    AttributeValue token() {
        return attribute(IdempotencyRecords.TOKEN);
    }

    private AttributeValue attribute(String name) {
        return Objects.requireNonNull(item.get(name));
    }
}
