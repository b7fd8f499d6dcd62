package waggle.events.sweep;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import waggle.events.queue.TaskQueues;
import waggle.platform.queue.CrmTask;

/** The looks at a company's connections to CRMs. A connection that is due stays so until its look has ended. */
record SyncFeed(UUID company, List<Look> looks, TaskQueues queues) implements Feed {
    /** @param at the time from which the connection is due */
    record Look(UUID connection, Instant at) {}

    @Override
    public Step proceed() {
        var tasks = looks.stream()
                .map(look -> CrmTask.look(company, look.connection(), look.at()))
                .toList();
        return queues.offerSync(tasks).isEmpty() ? Step.ENDED : Step.FAILED;
    }
}
