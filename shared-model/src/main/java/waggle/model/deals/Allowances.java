package waggle.model.deals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import waggle.model.commissions.facts.Allowance;
import waggle.model.commissions.facts.Grant;
import waggle.model.commissions.stored.CommissionLimit;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;

/** What the payments of all deals were granted of the limits of rules. It only grows. */
public final class Allowances {
    private final Write write;

    public Allowances(Write write) {
        this.write = write;
    }

    /** What payments were granted of an allowance, in the measure of its limit. */
    public BigDecimal used(Allowance of) {
        return stored(uuid(of)).map(limit -> limit.value().in(of.period())).orElse(BigDecimal.ZERO);
    }

    private Optional<Entity<CommissionLimit>> stored(UUID uuid) {
        return write.find(CommissionLimit.RESOURCE, uuid);
    }

    /** One record has all periods of a rule and a partner. Its uuid follows from theirs. */
    private static UUID uuid(Allowance of) {
        return UUID.nameUUIDFromBytes((of.rule() + "/" + of.partner()).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds what payments take, in the transaction that makes them. */
    void take(List<Grant> grants) {
        var byRecord = new HashMap<UUID, Map<LocalDate, BigDecimal>>();
        var rules = new HashMap<UUID, UUID>();
        for (var grant : grants) {
            var uuid = uuid(grant.of());
            rules.put(uuid, grant.of().rule());
            byRecord.computeIfAbsent(uuid, unused -> new TreeMap<>())
                    .merge(grant.of().period(), grant.more(), BigDecimal::add);
        }
        byRecord.forEach((uuid, more) -> {
            if (stored(uuid).isPresent()) {
                write.change(CommissionLimit.RESOURCE, uuid, limit -> limit.plus(more));
            } else {
                var rule = Objects.requireNonNull(rules.get(uuid));
                write.create(
                        CommissionLimit.RESOURCE, uuid, CommissionLimit.of(rule).plus(more));
            }
        });
    }
}
