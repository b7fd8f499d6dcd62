package waggle.model.deals;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.engine.Assignment;
import waggle.model.commissions.engine.CommissionState;
import waggle.model.commissions.pricing.Sales;
import waggle.model.commissions.stored.DealCommission;
import waggle.model.commissions.stored.ReadRules;
import waggle.model.commissions.stored.VolumeConcern;
import waggle.model.declaration.Write;

/** The deals that a partner won under one rule; an index finds them, so one of the last moment may be missing. */
public final class SoldDeals {
    private final Write write;
    private final UUID own;
    private final Deal deal;
    private final ReadRules rules;
    private final Map<UUID, Map<UUID, Deal>> byPartner = new HashMap<>();
    private final Map<UUID, DealCommission> commissions = new HashMap<>();

    public SoldDeals(Write write, UUID own, Deal deal, ReadRules rules) {
        this.write = write;
        this.rules = rules;
        this.own = own;
        this.deal = deal;
    }

    /** The given volumes, and those for which the own deal counts in one of two states. */
    List<VolumeConcern> concerns(List<VolumeConcern> known, CommissionState before, CommissionState after) {
        return Stream.of(known.stream(), concerns(before), concerns(after))
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    private Stream<VolumeConcern> concerns(CommissionState state) {
        var closedOn = state.closedOn();
        if (closedOn == null) {
            return Stream.empty();
        }
        var zone = Objects.requireNonNull(state.zone());
        return state.assignments().stream()
                .filter(assignment -> assignment.ruleUuid() != null
                        && rules.rule(assignment.rule()).hasVolume())
                .map(assignment -> new VolumeConcern(assignment.rule(), assignment.partner(), closedOn, zone));
    }

    /** The other deals whose payments depend on the own deal by one of the volumes. */
    List<UUID> concerned(List<VolumeConcern> concerns) {
        return concerns.stream().flatMap(this::concerned).distinct().toList();
    }

    private Stream<UUID> concerned(VolumeConcern concern) {
        var partner = concern.partner();
        var rule = rules.rule(concern.rule());
        return under(partner, concern.rule().rule()).stream().filter(uuid -> {
            var sold = Objects.requireNonNull(won(partner).get(uuid));
            var other = sale(uuid, sold, ZoneId.of(concern.zone())).closedOn();
            return rule.volumes().anyMatch(volume -> volume.concerns(concern.closedOn(), other));
        });
    }

    /** The deals of a partner under a rule. */
    private List<UUID> under(UUID partner, @Nullable UUID rule) {
        return won(partner).keySet().stream()
                .filter(uuid -> has(uuid, partner, rule))
                .toList();
    }

    /** What the deals of the same currency add up to, the own one among them. */
    public Sales sales(Assignment assignment, ZoneId zone) {
        var sold = new LinkedHashMap<UUID, Deal>();
        under(assignment.partner(), assignment.ruleUuid())
                .forEach(uuid -> sold.put(
                        uuid, Objects.requireNonNull(won(assignment.partner()).get(uuid))));
        sold.put(own, deal);
        return new Sales(sold.entrySet().stream()
                .filter(entry -> Objects.equals(entry.getValue().currencyCode(), deal.currencyCode()))
                .map(entry -> sale(entry.getKey(), entry.getValue(), zone))
                .toList());
    }

    /** A deal that is not won yet counts as one of now. */
    private Sales.Sale sale(UUID uuid, Deal sold, ZoneId zone) {
        var closed = Objects.requireNonNullElse(sold.closedAt(), write.time());
        return new Sales.Sale(
                uuid,
                closed,
                closed.atZone(zone).toLocalDate(),
                Objects.requireNonNullElse(sold.dealValue(), BigDecimal.ZERO));
    }

    private Map<UUID, Deal> won(UUID partner) {
        return byPartner.computeIfAbsent(partner, this::read);
    }

    private Map<UUID, Deal> read(UUID partner) {
        var found = new LinkedHashMap<UUID, Deal>();
        write.group(Deal.RESOURCE, "partner_uuid", partner).stream()
                .filter(other -> !other.uuid().equals(own) && other.value().stagePhase() == Deal.Phase.CLOSED_WON)
                .forEach(other -> found.put(other.uuid(), other.value()));
        write.find(DealCommission.RESOURCE, List.copyOf(found.keySet()))
                .forEach(commission -> commissions.put(commission.uuid(), commission.value()));
        return found;
    }

    private boolean has(UUID other, UUID partner, @Nullable UUID rule) {
        var commission = commissions.get(other);
        return commission != null
                && commission.state().assignments().stream()
                        .anyMatch(one -> Objects.equals(one.ruleUuid(), rule)
                                && one.partner().equals(partner));
    }
}
