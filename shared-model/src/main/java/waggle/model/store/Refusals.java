package waggle.model.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import waggle.model.WaggleException;

/** Which refusal counts when several conditions of one transaction did not hold. */
final class Refusals {
    private Refusals() {}

    /** What is no fault of the request first: it may pass with a fresh look. Then all that is invalid at once. */
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
