package waggle.deals;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import waggle.model.deals.Payment;
import waggle.model.paging.Page;

@Controller(ResourceGroup.BASE + "/" + Deal.PATH)
final class DealsController extends BatchResourceController<Deal> {
    private final SubList<Payment> payments;

    private final BoardReplies<Deal> boards;

    DealsController(ResourceSupport support) {
        super(Deal.RESOURCE, support);
        this.boards = support.boards(Deal.RESOURCE);
        this.payments = support.subList(Payment.RESOURCE, Deal.RESOURCE);
    }

    /** Reads the deals in groups, with the first records of each group. */
    @Get("/board")
    public HttpResponse<Board<Deal>> board(Actor actor, Query query) {
        return boards.reply(actor, query);
    }

    /** Lists the payments for a deal. */
    @Get("/{uuid}/payments")
    @JsonTypes(reply = Payment.class)
    public HttpResponse<Page<?>> payments(Actor actor, String uuid, Query query) {
        return payments.of(actor, uuid, query);
    }
}
