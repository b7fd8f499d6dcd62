package waggle.crm.work;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.run.DeleteBrake;
import waggle.model.crm.sync.Brake;

/** A brake that counts the links only when a deletion asks. */
final class LazyBrake implements Brake {
    private final LongSupplier links;
    private final int percent;
    private final long before;
    private @Nullable DeleteBrake brake;

    /**
     * A brake that goes on.
     *
     * @param links counts the links of the connection
     * @param percent of them that may end
     * @param before deletions that were released before
     */
    LazyBrake(LongSupplier links, int percent, long before) {
        this.links = links;
        this.percent = percent;
        this.before = before;
    }

    @Override
    public synchronized boolean releases() {
        var made = brake == null ? new DeleteBrake(links.getAsLong(), percent, before) : brake;
        brake = made;
        return made.releases();
    }

    /** The deletions that were released, with those before. */
    synchronized long ended() {
        return brake == null ? before : brake.ended();
    }
}
