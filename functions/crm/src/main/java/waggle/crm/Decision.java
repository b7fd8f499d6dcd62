package waggle.crm;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.crm.stored.CrmConflict;

/**
 * A decision about a conflict.
 *
 * @param take the side whose values or deletion count, {@code waggle} or {@code crm}; where several records match, {@code
 *     link:<id>} with one of the candidates, or {@code create} for a new record
 */
@Introspected
public record Decision(
        @NotNull @Size(max = 120) @Pattern(regexp = "waggle|crm|create|link:.{1,110}", message = Decision.EXPECTED)
        String take) {
    static final String EXPECTED = "must be waggle, crm, create or link:<id>";
    private static final String CANDIDATE = "link:";

    /** @throws WaggleException if the decision does not fit the conflict */
    void requireFit(CrmConflict conflict) {
        fault(conflict).ifPresent(message -> {
            throw WaggleException.invalid(List.of(new Fault("take", message)));
        });
    }

    private Optional<String> fault(CrmConflict conflict) {
        return switch (conflict.kind()) {
            case SAME_FIELD, DELETE_MET_CHANGE ->
                take.equals("waggle") || take.equals("crm") ? Optional.empty() : Optional.of("must be waggle or crm");
            case SEVERAL_MATCH ->
                take.equals("create")
                                || (take.startsWith(CANDIDATE)
                                        && conflict.candidates().contains(take.substring(CANDIDATE.length())))
                        ? Optional.empty()
                        : Optional.of("must be create or link:"
                                + conflict.candidates().getFirst());
            case REFUSED_BY_CRM, REFUSED_BY_WAGGLE -> Optional.of("cannot decide this conflict");
        };
    }
}
