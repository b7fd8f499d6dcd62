package waggle.cloud.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** API Gateway's own keys, and which of them are in the usage plan. No two have one value. */
final class GatewayKeys {
    private final Map<String, GatewayKey> keys = new LinkedHashMap<>();
    private final UsagePlan plan;

    GatewayKeys(UsagePlan plan) {
        this.plan = plan;
    }

    /** A new key, or empty when the value is taken. */
    synchronized Optional<GatewayKey> make(String name, String value) {
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

    /** False when it was in the plan already. */
    synchronized boolean join(GatewayKey key) {
        return plan.add(key.value());
    }

    /** It leaves the plan with that. False when there is none of this id. */
    synchronized boolean delete(String id) {
        var key = Optional.ofNullable(keys.remove(id));
        key.ifPresent(gone -> plan.remove(gone.value()));
        return key.isPresent();
    }
}
