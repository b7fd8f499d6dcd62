package waggle.leads;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.Clock;
import waggle.http.request.JsonBody;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.leads.Lead;

@Controller(ResourceGroup.BASE + "/" + Lead.PATH + "/check")
final class CheckController {
    private final ShapeReader<Subject> subjects;
    private final Check check;

    CheckController(ResourceSupport support, Clock clock) {
        this.subjects = support.reader(Subject.class, Subject::faults);
        this.check = new Check(support, clock);
    }

    /** Checks what stands in the way of a lead before it is written. Needs read access only. */
    @Post
    @JsonTypes(request = Subject.class)
    public HttpResponse<Findings> check(Actor actor, JsonBody body, Query query) {
        query.requireNone();
        return HttpResponse.ok(check.find(actor, query.scopes(), subjects.read(body)));
    }
}
