package waggle.analytics;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Clock;
import java.util.Objects;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.analytics.Analytics;
import waggle.model.analytics.Funnel;
import waggle.model.analytics.Leaders;
import waggle.model.analytics.Series;
import waggle.model.analytics.Summary;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.deals.Deal;

@Controller(ResourceGroup.BASE + "/" + Analytics.PATH)
final class AnalyticsController {
    private final Analytics analytics;

    AnalyticsController(ResourceSupport support, Clock clock) {
        this.analytics = new Analytics(support.store(Deal.RESOURCE), clock);
    }

    /** Reads the figures of a period. Sums are per currency. */
    @Get("/summary")
    @JsonTypes(query = SummaryQuery.class)
    public HttpResponse<Summary> summary(Actor actor, Query query) {
        var wanted = SummaryQuery.read(query);
        var setting = analytics.setting(actor);
        return HttpResponse.ok(
                analytics.summary(actor, setting, wanted.days().until(setting.today()), wanted.isCompared()));
    }

    /** Reads figures over time, at most 400 points. */
    @Get("/series")
    @JsonTypes(query = SeriesQuery.class)
    public HttpResponse<Series> series(Actor actor, Query query) {
        var wanted = SeriesQuery.read(query);
        var setting = analytics.setting(actor);
        return HttpResponse.ok(analytics.series(
                actor,
                setting,
                wanted.until(setting.today()),
                wanted.interval(),
                wanted.metrics(),
                wanted.partner(),
                Objects.requireNonNullElse(wanted.currency(), setting.currency())));
    }

    /** Reads the partners with a deal, a lead or a payment in a period, in the order of a figure. */
    @Get("/partners")
    @JsonTypes(query = LeadersQuery.class)
    public HttpResponse<Leaders> partners(Actor actor, Query query) {
        var wanted = LeadersQuery.read(query);
        var setting = analytics.setting(actor);
        return HttpResponse.ok(analytics.leaders(
                actor,
                setting,
                wanted.days().until(setting.today()),
                wanted.order().by(),
                wanted.order().isDescending(),
                wanted.page()));
    }

    /** Reads how far the leads that were created in a period have come. */
    @Get("/funnel")
    @JsonTypes(query = FunnelQuery.class)
    public HttpResponse<Funnel> funnel(Actor actor, Query query) {
        var days = FunnelQuery.read(query);
        var setting = analytics.setting(actor);
        return HttpResponse.ok(analytics.funnel(actor, setting, days.until(setting.today())));
    }
}
