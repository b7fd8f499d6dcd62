package waggle.deals;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.deals.Deal;

@Controller(ResourceGroup.BASE + "/" + Deal.PATH)
final class DealsController extends ResourceController<Deal> {
    DealsController(ResourceSupport support) {
        super(Deal.RESOURCE, support);
    }
}
