package waggle.model.crm.sync;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.merge.Agreed;

/**
 * The pair of a record of Waggle and a record of a CRM.
 *
 * @param record uuid of Waggle's record; null while a person has to choose it
 * @param remoteId the provider's identifier; null before the CRM's record exists or is chosen
 * @param state what stands between the two
 * @param agreed the values both sides last agreed on, by Waggle's names
 * @param problem why the link is parked or needs a decision; null otherwise
 */
public record Link(
        @Nullable UUID record,
        @Nullable String remoteId,
        State state,
        Map<String, Agreed> agreed,
        @Nullable Problem problem) {

    /** The states of a link. */
    public enum State {
        LINKED,
        /** Waggle is about to create the CRM's record, or has done so and did not see the reply. */
        PENDING,
        /** One side refuses the values of the other. */
        PARKED,
        /** A person has to decide. */
        CONFLICT,
        /** One record is deleted or the link was removed. No value travels. */
        UNLINKED
    }

    public Link {
        agreed = Map.copyOf(agreed);
    }

    static Link pending(UUID record) {
        return new Link(record, null, State.PENDING, Map.of(), null);
    }

    static Link of(UUID record, String remoteId, Map<String, Agreed> agreed) {
        return new Link(record, remoteId, State.LINKED, agreed, null);
    }

    Link in(State other, @Nullable Problem reason) {
        return new Link(record, remoteId, other, agreed, reason);
    }

    Link to(String otherRemote) {
        return new Link(record, otherRemote, state, agreed, problem);
    }

    Link agreeing(Map<String, Agreed> values) {
        return new Link(record, remoteId, state, values, problem);
    }
}
