package waggle.deals;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import waggle.http.reply.WriteReplies;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.commissions.view.CommissionOverride;
import waggle.model.commissions.view.CommissionView;
import waggle.model.commissions.view.RevenueReport;
import waggle.model.deals.Deal;
import waggle.model.deals.commission.Commissions;
import waggle.model.write.Writes;

/** The commission of a deal. */
@Controller(ResourceGroup.BASE + "/" + Deal.PATH + "/{uuid}/commission")
final class CommissionController {
    private final Writes writes;
    private final ShapeReader<CommissionOverride> overrides;
    private final ShapeReader<RevenueReport> reports;

    CommissionController(ResourceSupport support) {
        this.writes = support.writes();
        this.overrides = support.reader(CommissionOverride.class);
        this.reports = support.reader(RevenueReport.class);
    }

    /** Reads the commission of a deal: the rule, the payments that were made or are planned, and why they are what they are. */
    @Get
    public HttpResponse<CommissionView> read(Actor actor, String uuid, Query query) {
        query.requireNone();
        var deal = Uuids.inPath(uuid);
        return HttpResponse.ok(writes.run(actor, write -> Commissions.view(write, deal)));
    }

    /** Sets the commission of a deal, instead of its rule. Open payments follow, and locked ones stay. */
    @Put
    @JsonTypes(request = CommissionOverride.class, reply = CommissionView.class)
    public HttpResponse<String> override(
            Actor actor, String uuid, JsonBody body, Query query, Idempotency idempotency) {
        query.requireNone();
        var deal = Uuids.inPath(uuid);
        return idempotency.once(
                actor, write -> WriteReplies.value(Commissions.override(write, deal, overrides.read(body))));
    }

    /** Returns a deal to its rule. */
    @Delete
    public HttpResponse<String> returnToRule(Actor actor, String uuid, Query query, Idempotency idempotency) {
        query.requireNone();
        var deal = Uuids.inPath(uuid);
        return idempotency.once(actor, write -> {
            Commissions.returnToRule(write, deal);
            return WriteReplies.deleted();
        });
    }

    /** Reports the base of an occurrence that waits for it. The payment is made at once, and the base stays. */
    @Put("/occurrences/{number}")
    @JsonTypes(request = RevenueReport.class, reply = CommissionView.class)
    public HttpResponse<String> report(
            Actor actor, String uuid, String number, JsonBody body, Query query, Idempotency idempotency) {
        query.requireNone();
        var deal = Uuids.inPath(uuid);
        var occurrence = number(number);
        return idempotency.once(
                actor, write -> WriteReplies.value(Commissions.report(write, deal, occurrence, reports.read(body))));
    }

    /** A number that no occurrence can have is a path to nothing. */
    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new WaggleException(ErrorCode.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }
}
