package waggle.model.keys;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A usage plan that can be out of reach. */
public final class Plan implements KeyPlan {
    public final Set<UUID> keys = new HashSet<>();
    public boolean fails;

    @Override
    public void admit(UUID key) {
        work();
        keys.add(key);
    }

    @Override
    public void remove(UUID key) {
        work();
        keys.remove(key);
    }

    private void work() {
        if (fails) {
            throw new IllegalStateException("the plan cannot be reached");
        }
    }
}
