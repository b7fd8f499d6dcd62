package waggle.live;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import waggle.http.request.Query;
import waggle.model.Actor;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.keys.KeyGrant;
import waggle.model.live.LiveTicket;
import waggle.model.live.Tickets;

@Controller(ResourceGroup.BASE + "/" + LiveTicket.PATH + "/tickets")
final class TicketsController {
    private final Tickets tickets;
    private final LiveUrl url;

    TicketsController(Tickets tickets, LiveUrl url) {
        this.tickets = tickets;
        this.url = url;
    }

    /**
     * Issues a ticket, which opens one WebSocket within 30 seconds with the rights of the key. A browser needs it, since it
     * cannot send an API key when it opens a WebSocket. Needs read access only.
     */
    @Post
    public HttpResponse<LiveTicket> issue(Actor actor, Query query) {
        query.requireNone();
        var key = (Actor.ApiKey) actor;
        var ticket = tickets.issue(new KeyGrant(key.company(), key.uuid(), key.label(), query.scopes()));
        return HttpResponse.ok(new LiveTicket(url.settings().url().toString(), ticket.secret(), ticket.expiresAt()));
    }
}
