package waggle.account;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waggle.model.keys.KeyPlan;

/** Creates the usage plan's client on first use, independent of when Micronaut creates its users. */
final class LazyPlan implements KeyPlan, AutoCloseable {
    private final Supplier<GatewayPlan> source;
    private @Nullable GatewayPlan made;

    LazyPlan(Supplier<GatewayPlan> source) {
        this.source = source;
    }

    @Override
    public void admit(UUID key) {
        plan().admit(key);
    }

    @Override
    public void remove(UUID key) {
        plan().remove(key);
    }

    private synchronized GatewayPlan plan() {
        var plan = made == null ? source.get() : made;
        made = plan;
        return plan;
    }

    @Override
    public synchronized void close() {
        if (made != null) {
            made.close();
        }
    }
}
