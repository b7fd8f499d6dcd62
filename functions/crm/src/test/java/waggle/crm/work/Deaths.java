package waggle.crm.work;

import java.util.Set;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;

/** The deaths of a process at its writes. After one, no call of it reaches the table, until another process begins. */
final class Deaths implements FaultyClient.Plan {
    private static final Set<String> WRITES = Set.of("transactWriteItems", "putItem", "updateItem", "deleteItem");

    private int left;
    private boolean before;
    private boolean dead;

    /**
     * Lets the process die.
     *
     * @param writes of the table until then, the last one included
     * @param isBefore whether the last one is not made
     */
    void at(int writes, boolean isBefore) {
        left = writes;
        before = isBefore;
    }

    /** Another process begins, and lives. */
    void revive() {
        left = 0;
        dead = false;
    }

    @Override
    public synchronized Fault at(String method) {
        if (dead) {
            return Fault.KILLED_BEFORE;
        }
        if (left == 0 || !WRITES.contains(method) || --left > 0) {
            return Fault.NONE;
        }
        dead = true;
        return before ? Fault.KILLED_BEFORE : Fault.KILLED_AFTER;
    }
}
