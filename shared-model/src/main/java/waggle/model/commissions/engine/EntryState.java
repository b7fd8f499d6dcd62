package waggle.model.commissions.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one entry of a rule for one deal.
 *
 * @param anchor the day on which the trigger held; null while it does not
 * @param generation how many times the trigger has come to hold
 * @param ended the day on which the deal backed out too late for the payments to be taken back: what has accrued until then
 *     stays
 * @param isOfWonDeal whether the deal was won on the day of the anchor
 */
public record EntryState(
        @Nullable LocalDate anchor,
        int generation,
        @Nullable LocalDate ended,
        boolean isOfWonDeal) {
    static final EntryState NEW = new EntryState(null, 0, null, false);

    boolean isActive() {
        return anchor != null && ended == null;
    }

    EntryState triggered(LocalDate day, boolean isWon) {
        return new EntryState(day, generation + 1, null, isWon);
    }

    EntryState takenBack() {
        return new EntryState(null, generation, null, false);
    }

    EntryState ended(LocalDate day) {
        return new EntryState(anchor, generation, day, isOfWonDeal);
    }
}
