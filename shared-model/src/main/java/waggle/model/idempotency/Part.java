package waggle.model.idempotency;

import java.util.Optional;
import waggle.model.declaration.Records;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.Transaction;

/**
 * The key of one part of a request whose own key is claimed. Nothing is stored before the part is written, so a part whose
 * process died can be written at once.
 */
public final class Part {
    private final Claim claim;

    Part(Claim claim) {
        this.claim = claim;
    }

    /** The reply of the part, if it was written before. */
    public Optional<Reply> reply(Records records) {
        return records.item(ItemKey.of(claim.item()))
                .filter(stored -> IdempotencyRecords.isKept(stored, claim.item()))
                .map(IdempotencyRecords::reply);
    }

    /** Adds the reply to the transaction of the part. If the part has a reply by then, the unit of work begins again. */
    public void answer(Transaction transaction, Reply reply) {
        var change = transaction.put(IdempotencyRecords.answered(claim.item(), reply), Refusal.raced());
        change.where(IdempotencyRecords.notKept(change, claim.item()));
    }

    /** Puts another reply in the place of the one that was stored with the part. */
    public void answer(Reply reply) {
        claim.answer(reply);
    }
}
