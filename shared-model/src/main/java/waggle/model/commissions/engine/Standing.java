package waggle.model.commissions.engine;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The payments of a deal that stand: those that are neither cancelled nor taken back, without those that take back. */
final class Standing {
    private final List<StandingPayment> all;
    private final Set<UUID> takenBack;
    private final Set<UUID> everTakenBack;

    Standing(List<StandingPayment> all) {
        this.all = all;
        this.takenBack =
                adjusted(all.stream().filter(payment -> !payment.isCancelled()).toList());
        this.everTakenBack = adjusted(all);
    }

    private static Set<UUID> adjusted(List<StandingPayment> payments) {
        return payments.stream()
                .map(StandingPayment::adjusts)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<StandingPayment> all() {
        return all.stream().filter(this::stands).toList();
    }

    List<StandingPayment> in(String slot) {
        return all.stream()
                .filter(payment -> payment.place().slot().equals(slot))
                .filter(this::stands)
                .toList();
    }

    List<StandingPayment> lockedIn(String slot) {
        return in(slot).stream().filter(StandingPayment::isLocked).toList();
    }

    private boolean stands(StandingPayment payment) {
        return !payment.isCancelled() && payment.adjusts() == null && !takenBack.contains(payment.uuid());
    }

    /** The latest generation of an entry of which there are payments. */
    int generation(String slot, int entry) {
        return all.stream()
                .map(StandingPayment::place)
                .filter(place -> place.slot().equals(slot) && place.entry() == entry)
                .mapToInt(Place::generation)
                .max()
                .orElse(0);
    }

    /** Whether a payment was ever taken back, even if that was cancelled by hand. */
    boolean wasTakenBack(StandingPayment payment) {
        return everTakenBack.contains(payment.uuid());
    }

    /** Whether someone has cancelled the payment of a place by hand, so that no calculation makes it again. */
    boolean isGivenUp(Place place) {
        return all.stream()
                .anyMatch(payment -> payment.place().equals(place) && payment.isCancelled() && !payment.isReleased());
    }
}
