package waggle.model.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.deals.Deal;
import waggle.model.deals.Payment;
import waggle.model.declaration.Resource;
import waggle.model.leads.Lead;
import waggle.model.lists.Condition;
import waggle.model.lists.FacetVisitor;
import waggle.model.lists.Facets;
import waggle.model.lists.ListRequest;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;
import waggle.model.partners.Partner;
import waggle.model.store.Store;

/** What figures need to know of records. It is read from facets, in one pass for each collection. */
final class Facts {
    /** It holds for every record; a list with a condition reads facets only. */
    private static final Condition EVERY = new Condition.Updated(TimeSpan.ALWAYS);

    private final Store<Deal> store;
    private final Actor actor;
    private final ZoneId zone;
    private final List<Condition> conditions;

    /** @param partner whose records are read; null for all */
    Facts(Store<Deal> store, Actor actor, ZoneId zone, @Nullable UUID partner) {
        this.store = store;
        this.actor = actor;
        this.zone = zone;
        this.conditions = partner == null
                ? List.of(EVERY)
                : List.of(EVERY, new Condition.AnyOf("partner_uuid", Set.of(partner.toString())));
    }

    /**
     * A deal.
     *
     * @param created the day of its creation
     * @param closedAt the time at which it was won or lost, in epoch milliseconds; null as long as it is open
     * @param closed the day of that time
     */
    record DealFact(
            long createdAt,
            LocalDate created,
            @Nullable Long closedAt,
            @Nullable LocalDate closed,
            boolean isWon,
            @Nullable String lead,
            @Nullable String partner,
            @Nullable String currency,
            @Nullable BigDecimal value) {

        /** Whether the deal was there and neither won nor lost at the end of a day. */
        boolean isOpenAfter(LocalDate day) {
            return !created.isAfter(day) && (closed == null || closed.isAfter(day));
        }
    }

    /** A lead. */
    record LeadFact(
            UUID uuid,
            long createdAt,
            LocalDate created,
            boolean isRegistered,
            boolean isConverted,
            @Nullable String partner) {}

    /** A payment. */
    record PaymentFact(
            @Nullable LocalDate due,
            String status,
            @Nullable String partner,
            @Nullable String currency,
            @Nullable BigDecimal value) {
        boolean isCancelled() {
            return status.equals("cancelled");
        }

        boolean isCompleted() {
            return status.equals("completed");
        }
    }

    List<DealFact> deals() {
        var deals = new ArrayList<DealFact>();
        visit(Deal.RESOURCE, (uuid, facets) -> deals.add(deal(facets)));
        return deals;
    }

    private DealFact deal(Facets facets) {
        var phase = facets.value("stage_phase").orElse("");
        var closedAt = facets.value("closed_at")
                .map(time -> Instant.parse(time).toEpochMilli())
                .orElse(null);
        return new DealFact(
                facets.createdAt(),
                day(facets.createdAt()),
                closedAt,
                closedAt == null ? null : day(closedAt),
                phase.equals("closed_won"),
                facets.value("lead_uuid").orElse(null),
                facets.value("partner_uuid").orElse(null),
                facets.value("currency_code").orElse(null),
                facets.value("deal_value").map(BigDecimal::new).orElse(null));
    }

    List<LeadFact> leads() {
        var leads = new ArrayList<LeadFact>();
        visit(
                Lead.RESOURCE,
                (uuid, facets) -> leads.add(new LeadFact(
                        uuid,
                        facets.createdAt(),
                        day(facets.createdAt()),
                        facets.value("registration.status")
                                .filter(status -> !status.equals("none"))
                                .isPresent(),
                        facets.anyValue("status", "converted"::equals),
                        facets.value("partner_uuid").orElse(null))));
        return leads;
    }

    List<PaymentFact> payments() {
        var payments = new ArrayList<PaymentFact>();
        visit(
                Payment.RESOURCE,
                (uuid, facets) -> payments.add(new PaymentFact(
                        facets.value("due_date").map(LocalDate::parse).orElse(null),
                        facets.value("status").orElse(""),
                        facets.value("partner_uuid").orElse(null),
                        facets.value("currency_code").orElse(null),
                        facets.value("payment_value").map(BigDecimal::new).orElse(null))));
        return payments;
    }

    /** The day of creation of each partner. */
    Map<String, LocalDate> partners() {
        var partners = new HashMap<String, LocalDate>();
        visit(Partner.RESOURCE, (uuid, facets) -> partners.put(uuid.toString(), day(facets.createdAt())));
        return partners;
    }

    private void visit(Resource<?> resource, FacetVisitor visitor) {
        var all = new ListRequest(
                new PageRequest(1, PageRequest.MAXIMUM_SIZE),
                TimeSpan.ALWAYS,
                resource.equals(Partner.RESOURCE) ? List.of(EVERY) : conditions,
                List.of());
        store.of(resource).scan(actor).visit(all, visitor);
    }

    private LocalDate day(long millisecond) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millisecond), zone);
    }

    static Optional<String> known(@Nullable String uuid, Map<String, ?> among) {
        return Optional.ofNullable(uuid).filter(among::containsKey);
    }
}
