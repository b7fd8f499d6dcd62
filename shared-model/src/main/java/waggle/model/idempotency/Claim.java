package waggle.model.idempotency;

import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.Transaction;

/** A key that belongs to this request until it has a reply, is released, or its lease ends. */
public final class Claim implements Begun {
    private final IdempotencyRecords records;
    private final Map<String, AttributeValue> item;

    Claim(IdempotencyRecords records, Map<String, AttributeValue> item) {
        this.records = records;
        this.item = Map.copyOf(item);
    }

    /** Adds the reply to the transaction of the write, so that both are stored or neither. */
    public void answer(Transaction transaction, Reply reply) {
        var takenOver = Refusal.always(
                () -> new WaggleException(ErrorCode.CONFLICT, "The Idempotency-Key was taken over by a later request"));
        transaction.put(IdempotencyRecords.answered(item, reply), takenOver).require(IdempotencyRecords.TOKEN, token());
    }

    /** Puts another reply in the place of the one that was stored with the write. */
    public void answer(Reply reply) {
        records.answer(this, reply);
    }

    /** Frees the key after a refusal, when nothing was written. */
    public void release() {
        records.release(this);
    }

    Map<String, AttributeValue> item() {
        return item;
    }

    Map<String, AttributeValue> key() {
        return ItemKey.of(item).attributes();
    }

    AttributeValue token() {
        return Objects.requireNonNull(item.get(IdempotencyRecords.TOKEN));
    }
}
