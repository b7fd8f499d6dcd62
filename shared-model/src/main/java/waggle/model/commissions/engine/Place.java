package waggle.model.commissions.engine;

import org.jspecify.annotations.Nullable;
import waggle.model.commissions.Part;
import waggle.model.commissions.facts.Recipient;

/**
 * The place of a payment in the commissions of a deal. At most one payment stands in it.
 *
 * @param entry of the rule, counted from 1
 * @param part of the entry
 * @param occurrence counted from 1 within the entry; null of an adjustment that corrects several
 * @param recipient who is paid
 * @param generation of the entry's trigger
 */
public record Place(
        String slot, int entry, Part.Type part, @Nullable Integer occurrence, Recipient recipient, int generation) {

    boolean isOf(String otherSlot, int otherEntry, Part.Type otherPart) {
        return slot.equals(otherSlot) && entry == otherEntry && part == otherPart;
    }
}
