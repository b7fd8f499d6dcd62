package waggle.acceptance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import waggle.acceptance.cloud.Receiver.Got;
import waggle.platform.aws.QueueFacts;

/** The deliveries to a receiver that refuses the first attempt of a third of all events, in order of arrival. */
final class Arrivals {
    /** The message of a killed dispatcher is received again after the visibility timeout. */
    private static final long PATIENCE_SECONDS =
            QueueFacts.VISIBILITY_TIMEOUT.multipliedBy(3).toSeconds();

    private final String secret;
    private final Set<String> refused = new HashSet<>();
    private final BlockingQueue<Arrival> coming = new LinkedBlockingQueue<>();

    /** @param isTaken whether the receiver replied with success */
    record Arrival(Got got, boolean isSigned, boolean isTaken) {
        Change change() {
            return Change.of(got.json().at("/data/object"));
        }
    }

    Arrivals(String secret) {
        this.secret = secret;
    }

    /** The status of the reply. Not thread-safe. */
    int answer(Got got) {
        var isTaken = Math.floorMod(got.id().hashCode(), 3) != 0 || !refused.add(got.id());
        coming.add(new Arrival(got, isSigned(got), isTaken));
        return isTaken ? 204 : 500;
    }

    private boolean isSigned(Got got) {
        try {
            got.signedBy(secret);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    /** All arrivals until the last of these changes has arrived. */
    List<Arrival> until(Set<Change> expected) throws InterruptedException {
        var missing = new HashSet<>(expected);
        var all = new ArrayList<Arrival>();
        while (!missing.isEmpty()) {
            var next = coming.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next)
                    .as("one of the %d that are missing: %s", missing.size(), missing)
                    .isNotNull();
            all.add(next);
            if (next.isTaken()) {
                missing.remove(next.change());
            }
        }
        coming.drainTo(all);
        return all;
    }
}
