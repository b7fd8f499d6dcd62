package waggle.live;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Map;
import waggle.http.query.ListQuery;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.notifications.Notification;
import waggle.model.paging.Page;
import waggle.model.store.Store;

@Controller(ResourceGroup.BASE + "/" + Notification.PATH)
final class NotificationsController {
    private final Store<Notification> store;

    NotificationsController(ResourceSupport support) {
        this.store = support.store(Notification.RESOURCE);
    }

    /** Lists notifications, a page at a time. */
    @Get
    @JsonTypes(reply = Notification.class)
    public HttpResponse<Page<?>> list(Actor actor, Query query) {
        var parameters = new Parameters(query);
        var request = new ListQuery(parameters, Notification.RESOURCE, Map::of).read(List.of());
        parameters.finish();
        return HttpResponse.ok(store.list(actor, request));
    }
}
