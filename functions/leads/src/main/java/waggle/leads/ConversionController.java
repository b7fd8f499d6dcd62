package waggle.leads;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.Map;
import waggle.http.query.Expansion;
import waggle.http.reply.WriteReplies;
import waggle.http.request.CollectionPath;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.deals.Conversion;
import waggle.model.deals.Deal;
import waggle.model.keys.MethodAccess;
import waggle.model.keys.Scopes.Scope;
import waggle.model.leads.Lead;
import waggle.model.store.Store;

@Controller(ResourceGroup.BASE + "/" + Lead.PATH + "/{uuid}/convert")
final class ConversionController {
    private final ShapeReader<Deal> deals;
    private final Store<Deal> store;

    ConversionController(ResourceSupport support) {
        this.deals = support.reader(Deal.RESOURCE);
        this.store = support.store(Deal.RESOURCE);
    }

    /** Converts a lead: creates its first deal, and returns the deal. Needs write access to deals too. */
    @Post
    @JsonTypes(request = Deal.class, reply = Deal.class)
    public HttpResponse<String> convert(
            Actor actor, String uuid, JsonBody body, Query query, CollectionPath path, Idempotency idempotency) {
        if (!query.scopes().allow(Scope.WRITE, Deal.PATH)) {
            throw new WaggleException(ErrorCode.ACCESS_DENIED, MethodAccess.refusal(Scope.WRITE));
        }
        var parameters = new Parameters(query);
        var expanded = Expansion.read(parameters, Deal.RESOURCE);
        parameters.finish();
        var lead = Uuids.inPath(uuid);
        var given = Map.of("lead_uuid", JsonNodeFactory.instance.textNode(lead.toString()));
        var base = path.path().substring(0, path.path().lastIndexOf("/" + Lead.PATH + "/"));
        var reply = idempotency.once(
                actor,
                write -> WriteReplies.created(
                        write,
                        Deal.RESOURCE,
                        Conversion.convert(write, lead, deals.read(body, Map.copyOf(given))),
                        new CollectionPath(base + "/" + Deal.PATH)));
        return WriteReplies.expanded(reply, record -> store.expand(actor, record, expanded), expanded);
    }
}
