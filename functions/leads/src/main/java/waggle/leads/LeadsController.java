package waggle.leads;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.jspecify.annotations.Nullable;
import waggle.http.request.Query;
import waggle.http.resource.BatchResourceController;
import waggle.http.resource.BoardReplies;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.http.resource.SubList;
import waggle.model.Actor;
import waggle.model.boards.Board;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.deals.Deal;
import waggle.model.leads.Lead;
import waggle.model.paging.Page;

@Controller(ResourceGroup.BASE + "/" + Lead.PATH)
final class LeadsController extends BatchResourceController<Lead> {
    private final SubList<Deal> deals;

    private final BoardReplies<Lead> boards;

    LeadsController(ResourceSupport support) {
        super(Lead.RESOURCE, support);
        this.boards = support.boards(Lead.RESOURCE);
        this.deals = support.subList(Deal.RESOURCE, Lead.RESOURCE);
    }

    @Override
    protected Lead accepted(@Nullable Lead before, Lead lead) {
        lead.requireStatusAfter(before);
        return lead;
    }

    /** Reads the leads in groups, with the first records of each group. */
    @Get("/board")
    public HttpResponse<Board<Lead>> board(Actor actor, Query query) {
        return boards.reply(actor, query);
    }

    /** Lists the deals of a lead. */
    @Get("/{uuid}/deals")
    @JsonTypes(reply = Deal.class)
    public HttpResponse<Page<?>> deals(Actor actor, String uuid, Query query) {
        return deals.of(actor, uuid, query);
    }
}
