package waggle.commissions;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import waggle.http.request.JsonBody;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.view.CommissionView;
import waggle.model.commissions.view.PreviewRequest;
import waggle.model.deals.commission.CommissionPreview;
import waggle.model.write.Writes;

/** Calculations that write nothing. */
@Controller(ResourceGroup.BASE + "/" + CommissionRule.PATH + "/preview")
final class PreviewController {
    private final Writes writes;
    private final ShapeReader<PreviewRequest> requests;

    PreviewController(ResourceSupport support) {
        this.writes = support.writes();
        this.requests = support.reader(PreviewRequest.class, PreviewRequest::faults);
    }

    /** Calculates the commission of a deal as if it was won now, and writes nothing. Needs read access only. */
    @Post
    @JsonTypes(request = PreviewRequest.class)
    public HttpResponse<CommissionView> preview(Actor actor, JsonBody body, Query query) {
        query.requireNone();
        var request = requests.read(body);
        return HttpResponse.ok(writes.run(actor, write -> CommissionPreview.of(write, request)));
    }
}
