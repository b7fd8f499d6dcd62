package waggle.model.analytics;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.companies.Company;
import waggle.model.deals.Deal;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.declaration.Storing;
import waggle.model.paging.Page;
import waggle.model.paging.PageRequest;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;
import waggle.model.store.Store;

/**
 * Figures over the records of a company. Each is a sum over the facets of all records as they are now, so nothing is counted
 * when records are written, and no figure can differ from its records. A change of the last second may be missing.
 */
public final class Analytics {
    public static final String PATH = "analytics";

    private final Store<Deal> store;
    private final Clock clock;

    /** @param store deals, in the table whose records the figures are about */
    public Analytics(Store<Deal> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The path of the figures, which has no records.
     *
     * @param asOf the time of the records that figures are about
     */
    @Introspected
    public record Root(Instant asOf) {
        public static final Resource<Root> RESOURCE = Resource.named(
                        "analytics", PATH, Root.class, root -> root.asOf().toString())
                .rights(Rights.READABLE_IN_FULL)
                .stores(Storing.Builder::asNothing)
                .silent()
                .build();
    }

    /** The days of a company, and the currency of its sums. */
    public record Setting(ZoneId zone, LocalDate today, String currency) {}

    /** What the days of a company are. */
    public Setting setting(Actor actor) {
        var company = store.of(Company.RESOURCE)
                .find(actor, actor.company())
                .map(Entity::value)
                .orElseGet(() -> new Company(""));
        var zone = ZoneId.of(company.timeZone());
        return new Setting(zone, LocalDate.ofInstant(clock.instant(), zone), company.currencyCode());
    }

    /** The figures of a period, and of as many days before if they are compared. */
    public Summary summary(Actor actor, Setting setting, Period period, boolean isCompared) {
        var asOf = asOf();
        var known = known(actor, setting);
        return new Summary(asOf, known.in(period), isCompared ? known.in(period.before()) : null);
    }

    /**
     * Some figures over time.
     *
     * @param partner whose records count; null for those of all partners
     * @param currency of the sums
     */
    public Series series(
            Actor actor,
            Setting setting,
            Period period,
            Interval interval,
            Set<Metric> metrics,
            @Nullable UUID partner,
            String currency) {
        var asOf = asOf();
        var facts = new Facts(store, actor, setting.zone(), partner);
        var counting = new Series.Counting(period, interval, metrics);
        if (hasAny(metrics, Metric.WON_VALUE, Metric.WON_COUNT, Metric.LOST_COUNT, Metric.DEALS_CREATED)) {
            facts.deals().forEach(deal -> {
                var isCurrency = currency.equals(deal.currency());
                counting.add(Metric.DEALS_CREATED, deal.created(), BigDecimal.ONE);
                counting.add(deal.isWon() ? Metric.WON_COUNT : Metric.LOST_COUNT, deal.closed(), BigDecimal.ONE);
                counting.add(Metric.WON_VALUE, deal.isWon() && isCurrency ? deal.closed() : null, deal.value());
            });
        }
        if (metrics.contains(Metric.LEADS_CREATED)) {
            facts.leads().forEach(lead -> counting.add(Metric.LEADS_CREATED, lead.created(), BigDecimal.ONE));
        }
        if (metrics.contains(Metric.COMMISSION_DUE)) {
            facts.payments().stream()
                    .filter(payment -> !payment.isCancelled() && currency.equals(payment.currency()))
                    .forEach(payment -> counting.add(Metric.COMMISSION_DUE, payment.due(), payment.value()));
        }
        if (metrics.contains(Metric.PARTNERS_CREATED)) {
            facts.partners().forEach((uuid, day) -> {
                if (partner == null || partner.toString().equals(uuid)) {
                    counting.add(Metric.PARTNERS_CREATED, day, BigDecimal.ONE);
                }
            });
        }
        return new Series(asOf, interval, currency, counting.points());
    }

    private static boolean hasAny(Set<Metric> metrics, Metric... some) {
        return Stream.of(some).anyMatch(metrics::contains);
    }

    /** A page of the partners in the order of a figure, in which sums are those of the company's currency. */
    public Leaders leaders(
            Actor actor, Setting setting, Period period, LeaderSort sort, boolean descending, PageRequest page) {
        var asOf = asOf();
        var tallies = Leaders.tallies(known(actor, setting), period);
        var shown = tallies.stream()
                .sorted(sort.order(descending, setting.currency()))
                .skip(page.offset())
                .limit(page.size())
                .toList();
        var partners = store
                .records(actor)
                .find(
                        Partner.RESOURCE,
                        shown.stream()
                                .map(tally -> UUID.fromString(tally.uuid()))
                                .toList())
                .stream()
                .collect(Collectors.toMap(partner -> partner.uuid().toString(), Function.<Entity<Partner>>identity()));
        return new Leaders(asOf, named(shown, partners), Page.Meta.of(tallies.size(), page));
    }

    /** Without partners that were deleted a moment ago. */
    private static List<Leader> named(List<Leaders.Tally> tallies, Map<String, Entity<Partner>> partners) {
        return tallies.stream()
                .flatMap(tally -> Stream.ofNullable(partners.get(tally.uuid()))
                        .map(partner -> tally.named(partner.value().name())))
                .toList();
    }

    /** How far the leads that were created in a period have come. */
    public Funnel funnel(Actor actor, Setting setting, Period period) {
        var asOf = asOf();
        var facts = new Facts(store, actor, setting.zone(), null);
        var leads = facts.leads().stream()
                .filter(lead -> period.has(lead.created()))
                .toList();
        return new Funnel(asOf, Funnel.steps(leads, facts.deals()));
    }

    private Summary.Known known(Actor actor, Setting setting) {
        var facts = new Facts(store, actor, setting.zone(), null);
        return new Summary.Known(facts.deals(), facts.leads(), facts.payments(), facts.partners());
    }

    private Instant asOf() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
