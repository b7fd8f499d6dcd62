package waggle.model.transaction;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import waggle.model.WaggleException;

/** Chooses the refusal to report when several conditions of one transaction did not hold. */
final class Refusals {
    private Refusals() {}

    /** Contention comes first, since a retry may succeed; then all validation faults together. */
    static Optional<RuntimeException> first(List<RuntimeException> refusals) {
        return refusals.stream()
                .filter(Predicate.not(WaggleException.class::isInstance))
                .findFirst()
                .or(() -> invalid(refusals))
                .or(() -> refusals.stream().findFirst());
    }

    private static Optional<RuntimeException> invalid(List<RuntimeException> refusals) {
        var faults = refusals.stream()
                .flatMap(refusal -> ((WaggleException) refusal).faults().stream())
                .toList();
        return faults.isEmpty() ? Optional.empty() : Optional.of(WaggleException.invalid(faults));
    }
}
