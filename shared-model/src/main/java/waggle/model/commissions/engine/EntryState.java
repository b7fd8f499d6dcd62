package waggle.model.commissions.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param isEnding whether payments that accrued until the end may still have to be made
 */
public record EntryState(
        @Nullable LocalDate anchor,
        int generation,
        @Nullable LocalDate ended,
        boolean isOfWonDeal,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean isEnding) {
    static final EntryState NEW = after(0);

    /** An entry whose trigger does not hold, after so many times that it did. */
    static EntryState after(int generation) {
        return new EntryState(null, generation, null, false, false);
    }

    boolean isActive() {
        return anchor != null && ended == null;
    }

    EntryState triggered(LocalDate day, boolean isWon) {
        return new EntryState(day, generation + 1, null, isWon, false);
    }

    EntryState takenBack() {
        return after(generation);
    }

    EntryState ended(LocalDate day) {
        return new EntryState(anchor, generation, day, isOfWonDeal, true);
    }

    /** After all payments were made that accrued until the end. */
    EntryState settled() {
        return new EntryState(anchor, generation, ended, isOfWonDeal, false);
    }

    /** The last day on which a payment can have accrued until today. */
    LocalDate last(LocalDate today) {
        return ended == null ? today : ended;
    }
}
