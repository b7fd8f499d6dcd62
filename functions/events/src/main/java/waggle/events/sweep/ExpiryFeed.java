package waggle.events.sweep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.leads.Registrations;
import waggle.model.write.Writes;

/** The leads of a company whose protection is over. */
final class ExpiryFeed implements Feed {
    private static final int PORTION = 20;

    private final UUID company;
    private final Deque<UUID> leads;
    private final Writes writes;

    ExpiryFeed(UUID company, List<UUID> leads, Writes writes) {
        this.company = company;
        this.leads = new ArrayDeque<>(leads);
        this.writes = writes;
    }

    @Override
    public UUID company() {
        return company;
    }

    @Override
    public Step proceed() {
        for (var i = 0; i < PORTION && !leads.isEmpty(); i++) {
            var lead = leads.removeFirst();
            writes.run(Actor.waggle(company), write -> Registrations.expire(write, lead));
        }
        return leads.isEmpty() ? Step.ENDED : Step.SENT;
    }
}
