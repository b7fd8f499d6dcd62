package waggle.cloud.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API keys of API Gateway. Values are unique; a key can be in the usage plan. */
final class GatewayKeys {
    private final Map<String, GatewayKey> keys = new LinkedHashMap<>();
    private final UsagePlan plan;

    GatewayKeys(UsagePlan plan) {
        this.plan = plan;
    }

    /** Creates a key. Returns empty if another key has the value. */
    synchronized Optional<GatewayKey> create(String name, String value) {
        if (keys.values().stream().anyMatch(key -> key.value().equals(value))) {
            return Optional.empty();
        }
        var key = GatewayKey.of(name, value);
        keys.put(key.id(), key);
        return Optional.of(key);
    }

    synchronized Optional<GatewayKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    synchronized List<GatewayKey> named(String prefix) {
        return keys.values().stream()
                .filter(key -> key.name().startsWith(prefix))
                .toList();
    }

    /** The keys in the usage plan, in the order of their creation. */
    synchronized List<GatewayKey> inPlan() {
        return keys.values().stream().filter(key -> plan.has(key.value())).toList();
    }

    /** Adds a key to the usage plan. Returns false if the plan already has the key. */
    synchronized boolean addToPlan(GatewayKey key) {
        return plan.add(key.value());
    }

    /** Deletes a key and removes it from the usage plan. Returns false if there is no key with the id. */
    synchronized boolean delete(String id) {
        var key = Optional.ofNullable(keys.remove(id));
        key.ifPresent(removed -> plan.remove(removed.value()));
        return key.isPresent();
    }
}
