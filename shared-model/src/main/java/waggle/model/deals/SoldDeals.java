package waggle.model.deals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.engine.Assignment;
import waggle.model.commissions.pricing.Sales;
import waggle.model.commissions.stored.DealCommission;
import waggle.model.declaration.Write;

/** The deals that a partner won under one rule; an index finds them, so one of the last moment may be missing. */
public final class SoldDeals {
    private final Write write;
    private final UUID own;
    private final Deal deal;
    private final Map<UUID, Map<UUID, Deal>> byPartner = new HashMap<>();
    private final Map<UUID, DealCommission> commissions = new HashMap<>();

    public SoldDeals(Write write, UUID own, Deal deal) {
        this.write = write;
        this.own = own;
        this.deal = deal;
    }

    /**
     * The other deals under the assignment's rule whose payments depend on the own deal.
     *
     * @param closedOn the day on which the own deal closed
     */
    Stream<UUID> concerned(Assignment assignment, CommissionRule rule, LocalDate closedOn, ZoneId zone) {
        return under(assignment).stream().filter(uuid -> {
            var sold = Objects.requireNonNull(won(assignment.partner()).get(uuid));
            var other = sale(uuid, sold, zone).closedOn();
            return rule.volumes().anyMatch(volume -> volume.concerns(closedOn, other));
        });
    }

    /** The deals of the assignment's partner under the assignment's rule. */
    private List<UUID> under(Assignment assignment) {
        return won(assignment.partner()).keySet().stream()
                .filter(uuid -> has(uuid, assignment))
                .toList();
    }

    /** What the deals of the same currency add up to, the own one among them. */
    public Sales sales(Assignment assignment, ZoneId zone) {
        var sold = new LinkedHashMap<UUID, Deal>();
        under(assignment)
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

    private boolean has(UUID other, Assignment assignment) {
        var commission = commissions.get(other);
        return commission != null
                && commission.state().assignments().stream()
                        .anyMatch(one -> Objects.equals(one.ruleUuid(), assignment.ruleUuid())
                                && one.partner().equals(assignment.partner()));
    }
}
