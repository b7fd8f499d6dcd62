package waggle.model.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Events of one record on their way to one endpoint, while the first of them has quick attempts left: the others wait behind
 * it, so that they arrive in order (docs/api.md, "Events and webhooks"). As long as no attempt fails, there is no lane.
 *
 * @param waiting the events, in order; the others wait for the first
 * @param version of the stored lane; 0 where there is none
 */
public record Lane(List<UUID> waiting, long version) {
    /** Events that wait in order; a longer lane gives up the order. */
    private static final int LONGEST = 1_000;

    /** Whether other events are to arrive before an event. */
    public boolean holdsBack(UUID event) {
        return !waiting.isEmpty() && !waiting.getFirst().equals(event) && waiting.size() < LONGEST;
    }

    public Optional<UUID> first() {
        return waiting.stream().findFirst();
    }

    /** The same with an event at its end. */
    public Lane with(UUID event) {
        if (waiting.contains(event)) {
            return this;
        }
        var more = new ArrayList<>(waiting);
        more.add(event);
        return new Lane(more, version);
    }

    /** The same without an event. */
    public Lane without(UUID event) {
        return new Lane(waiting.stream().filter(other -> !other.equals(event)).toList(), version);
    }
}
