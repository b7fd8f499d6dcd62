package waggle.model.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The queue of one record's events to one endpoint, while the first of them has quick attempts left. The others wait
 * for it, so that events arrive in order (docs/api.md, "Events and webhooks"). A lane exists only after a failed
 * attempt.
 *
 * @param waiting uuids of the events, in order; the others wait for the first
 * @param version of the stored lane; 0 if none is stored
 */
public record Lane(List<UUID> waiting, long version) {
    /** The most events that wait; a longer lane no longer keeps the order. */
    private static final int LONGEST = 1_000;

    /** Whether an event has to wait for others. */
    public boolean holdsBack(UUID event) {
        return !waiting.isEmpty() && !waiting.getFirst().equals(event) && waiting.size() < LONGEST;
    }

    public Optional<UUID> first() {
        return waiting.stream().findFirst();
    }

    /** The lane with an event added at the end. */
    public Lane with(UUID event) {
        if (waiting.contains(event)) {
            return this;
        }
        var more = new ArrayList<>(waiting);
        more.add(event);
        return new Lane(more, version);
    }

    /** The lane without an event. */
    public Lane without(UUID event) {
        return new Lane(waiting.stream().filter(other -> !other.equals(event)).toList(), version);
    }
}
