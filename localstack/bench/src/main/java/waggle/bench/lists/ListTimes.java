package waggle.bench.lists;

import java.time.Duration;
import java.util.ArrayList;
import waggle.bench.capacity.CapacityMeter;
import waggle.bench.figures.Times;

/**
 * Times of calls.
 *
 * @param whole from request to reply
 * @param own the same without waiting for DynamoDB
 */
record ListTimes(Times whole, Times own) {
    private static final int CALLS = 21;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Calls until there are enough samples or the time is up. */
    static ListTimes of(Runnable call) {
        var whole = new ArrayList<Long>();
        var own = new ArrayList<Long>();
        var end = System.nanoTime() + PATIENCE.toNanos();
        do {
            var waited = CapacityMeter.waited();
            var start = System.nanoTime();
            call.run();
            whole.add(System.nanoTime() - start);
            own.add(whole.getLast() - (CapacityMeter.waited() - waited));
        } while (whole.size() < CALLS && System.nanoTime() < end);
        return new ListTimes(new Times(whole), new Times(own));
    }

    int calls() {
        return whole.nanos().size();
    }
}
