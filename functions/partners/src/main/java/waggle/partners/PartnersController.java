package waggle.partners;

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
import waggle.model.Uuids;
import waggle.model.boards.Board;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.deals.Deal;
import waggle.model.deals.Payment;
import waggle.model.leads.Lead;
import waggle.model.paging.Page;
import waggle.model.partners.Contact;
import waggle.model.partners.Network;
import waggle.model.partners.Partner;
import waggle.model.partners.User;

@Controller(ResourceGroup.BASE + "/" + Partner.PATH)
final class PartnersController extends BatchResourceController<Partner> {
    private final SubList<Contact> contacts;
    private final SubList<User> users;
    private final SubList<Lead> leads;
    private final SubList<Deal> deals;
    private final SubList<Payment> payments;

    private final BoardReplies<Partner> boards;

    PartnersController(ResourceSupport support) {
        super(Partner.RESOURCE, support);
        this.boards = support.boards(Partner.RESOURCE);
        this.contacts = support.subList(Contact.RESOURCE, Partner.RESOURCE);
        this.users = support.subList(User.RESOURCE, Partner.RESOURCE);
        this.leads = support.subList(Lead.RESOURCE, Partner.RESOURCE);
        this.deals = support.subList(Deal.RESOURCE, Partner.RESOURCE);
        this.payments = support.subList(Payment.RESOURCE, Partner.RESOURCE);
    }

    /** Reads the partners in groups, with the first records of each group. */
    @Get("/board")
    public HttpResponse<Board<Partner>> board(Actor actor, Query query) {
        return boards.reply(actor, query);
    }

    /** Lists the contacts of a partner. */
    @Get("/{uuid}/contacts")
    @JsonTypes(reply = Contact.class)
    public HttpResponse<Page<?>> contacts(Actor actor, String uuid, Query query) {
        return contacts.of(actor, uuid, query);
    }

    /** Lists the users of a partner. */
    @Get("/{uuid}/users")
    @JsonTypes(reply = User.class)
    public HttpResponse<Page<?>> users(Actor actor, String uuid, Query query) {
        return users.of(actor, uuid, query);
    }

    /** Lists the leads of a partner. */
    @Get("/{uuid}/leads")
    @JsonTypes(reply = Lead.class)
    public HttpResponse<Page<?>> leads(Actor actor, String uuid, Query query) {
        return leads.of(actor, uuid, query);
    }

    /** Lists the deals of a partner. */
    @Get("/{uuid}/deals")
    @JsonTypes(reply = Deal.class)
    public HttpResponse<Page<?>> deals(Actor actor, String uuid, Query query) {
        return deals.of(actor, uuid, query);
    }

    /** Lists the payments to a partner and its people, and those for its deals to others. */
    @Get("/{uuid}/payments")
    @JsonTypes(reply = Payment.class)
    public HttpResponse<Page<?>> payments(Actor actor, String uuid, Query query) {
        return payments.of(actor, uuid, query);
    }

    /** Reads a partner and the partners below it as a tree. */
    @Get("/{uuid}/network")
    public HttpResponse<Network> network(Actor actor, String uuid) {
        return HttpResponse.ok(Network.below(store().records(actor), Uuids.inPath(uuid)));
    }
}
