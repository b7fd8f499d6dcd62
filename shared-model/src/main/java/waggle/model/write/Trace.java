package waggle.model.write;

import java.util.List;
import waggle.model.declaration.Write;

/**
 * Adds to the transaction of a unit of work what follows from everything that it wrote, such as its events and audit
 * entries. It runs once in each attempt, after the work and before the commit.
 */
@FunctionalInterface
public interface Trace {
    /**
     * Adds to the transaction.
     *
     * @param happenings what the unit did, in the order in which it did it
     */
    void leave(Write write, List<Happening> happenings);
}
