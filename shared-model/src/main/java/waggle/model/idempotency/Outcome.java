package waggle.model.idempotency;

import java.util.Optional;
import waggle.model.declaration.Records;

/**
 * The replies to a request.
 *
 * @param reply to the first request
 * @param repeated to repetitions of the request, without values that are shown once
 * @param later makes the replies once the units that continue the request's unit have run
 */
public record Outcome(Reply reply, Reply repeated, Later later) {
    /** The replies to a request whose unit is not continued. */
    public Outcome(Reply reply, Reply repeated) {
        this(reply, repeated, records -> Optional.empty());
    }

    /** Makes replies from what is stored. */
    @FunctionalInterface
    public interface Later {
        /** Empty if the replies stay as they are. */
        Optional<Outcome> read(Records records);
    }
}
