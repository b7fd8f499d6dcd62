package waggle.events.sweep;

import java.util.List;
import java.util.UUID;
import waggle.events.queue.TaskQueues;
import waggle.platform.queue.CrmTask;

/** The looks at a company's connections to CRMs. A connection that is due stays so until its look has ended. */
record SyncFeed(UUID company, List<CrmTask> tasks, TaskQueues queues) implements Feed {
    @Override
    public Step proceed() {
        return queues.offerSync(tasks).isEmpty() ? Step.ENDED : Step.FAILED;
    }
}
