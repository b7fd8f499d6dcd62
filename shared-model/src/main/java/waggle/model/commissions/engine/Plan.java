package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What must happen so that what stands is what is owed. Nothing locked changes.
 *
 * @param made payments to make
 * @param repriced open payments that get another value
 * @param cancelled open or failed payments to cancel
 */
public record Plan(List<NewPayment> made, List<Repriced> repriced, List<UUID> cancelled) {

    /** A payment with another value. */
    public record Repriced(UUID payment, BigDecimal value, List<String> why) {}

    public int size() {
        return made.size() + repriced.size() + cancelled.size();
    }
}
