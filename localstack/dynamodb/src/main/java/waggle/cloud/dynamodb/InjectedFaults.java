package waggle.cloud.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Failures of DynamoDB that a test requests: the next calls on items of its company fail with a code of AWS. Other calls
 * are not affected.
 */
public final class InjectedFaults {
    private final List<Fault> cancellations = new ArrayList<>();
    private final List<Fault> refusals = new ArrayList<>();

    InjectedFaults() {}

    /**
     * Cancels the next transactions.
     *
     * @param within a text in the key of an item of the transaction, like the uuid of a company
     * @param reason the code of the cancellation reason at this item, like {@code ThrottlingError}
     */
    public synchronized void cancel(String within, String reason, int times) {
        cancellations.addAll(Collections.nCopies(times, new Fault(within, reason)));
    }

    /**
     * Refuses the next calls that read or write a single item.
     *
     * @param within a text in the key of the item, like the uuid of a company
     * @param code the error code, like {@code ThrottlingException}
     */
    public synchronized void refuse(String within, String code, int times) {
        refusals.addAll(Collections.nCopies(times, new Fault(within, code)));
    }

    synchronized Optional<Injected> cancellation(Collection<ItemKey> keys) {
        return take(cancellations, keys);
    }

    synchronized Optional<Injected> refusal(ItemKey key) {
        return take(refusals, List.of(key));
    }

    private static Optional<Injected> take(List<Fault> faults, Collection<ItemKey> keys) {
        for (var each = faults.iterator(); each.hasNext(); ) {
            var fault = each.next();
            var met = keys.stream().filter(key -> key.contains(fault.within())).findFirst();
            if (met.isPresent()) {
                each.remove();
                return Optional.of(new Injected(met.get(), fault.code()));
            }
        }
        return Optional.empty();
    }

    private record Fault(String within, String code) {}

    /** A failure of one call, at one of its items. */
    record Injected(ItemKey key, String code) {}
}
