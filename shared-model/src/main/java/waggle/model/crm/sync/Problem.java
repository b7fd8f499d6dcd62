package waggle.model.crm.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmFailure;

/**
 * The reason for which a link is parked or needs a decision.
 *
 * @param kind of the problem
 * @param message a sentence for a person
 * @param fields Waggle's names of the fields at fault or in conflict; the provider's name where it names one
 * @param values the values of the fields in conflict; none for other problems
 * @param candidates identifiers of the CRM's records, or uuids of Waggle's, that match alike
 * @param remoteCode the provider's code; null if the CRM refused nothing
 * @param requestId the provider's identifier of the call; null without one
 */
public record Problem(
        Kind kind,
        String message,
        List<String> fields,
        List<Field> values,
        List<String> candidates,
        @Nullable String remoteCode,
        @Nullable String requestId) {

    /** The kinds of problems. */
    public enum Kind {
        /** The CRM refuses Waggle's values. */
        REFUSED_BY_CRM,
        /** Waggle refuses the CRM's values. */
        REFUSED_BY_WAGGLE,
        /** Both sides changed the same fields, and the rule does not decide. */
        SAME_FIELD,
        /** Several records match. */
        SEVERAL_MATCH,
        /** One side was deleted after the other had changed. */
        DELETE_MET_CHANGE
    }

    /**
     * A field that both sides changed.
     *
     * @param field Waggle's name
     * @param waggle Waggle's value
     * @param crm the CRM's value
     */
    public record Field(String field, String waggle, String crm) {}

    public Problem {
        fields = List.copyOf(fields);
        values = List.copyOf(values);
        candidates = List.copyOf(candidates);
    }

    static Problem refused(CrmFailure failure) {
        var field = failure.details().field();
        return new Problem(
                Kind.REFUSED_BY_CRM,
                failure.getMessage(),
                field == null ? List.of() : List.of(field),
                List.of(),
                List.of(),
                failure.details().code(),
                failure.details().requestId());
    }

    /** Waggle refuses the CRM's values. */
    static Problem refusedByWaggle(String message, List<String> fields) {
        return new Problem(Kind.REFUSED_BY_WAGGLE, message, fields, List.of(), List.of(), null, null);
    }

    static Problem of(Kind kind, String message) {
        return new Problem(kind, message, List.of(), List.of(), List.of(), null, null);
    }

    static Problem sameField(List<Field> values) {
        var fields = values.stream().map(Field::field).toList();
        return new Problem(
                Kind.SAME_FIELD,
                "Both sides changed " + String.join(", ", fields),
                fields,
                values,
                List.of(),
                null,
                null);
    }

    static Problem several(List<String> candidates) {
        return new Problem(
                Kind.SEVERAL_MATCH,
                "%d records match, and none is chosen".formatted(candidates.size()),
                List.of(),
                List.of(),
                candidates,
                null,
                null);
    }
}
