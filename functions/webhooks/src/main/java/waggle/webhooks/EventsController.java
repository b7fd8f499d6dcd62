package waggle.webhooks;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ReadController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.events.Event;

@Controller(ResourceGroup.BASE + "/" + Event.PATH)
final class EventsController extends ReadController<Event> {
    EventsController(ResourceSupport support) {
        super(Event.RESOURCE, support);
    }
}
