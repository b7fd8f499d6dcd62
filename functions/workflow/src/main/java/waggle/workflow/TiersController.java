package waggle.workflow;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.OrderedResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.tiers.Tier;

@Controller(ResourceGroup.BASE + "/" + Tier.PATH)
final class TiersController extends OrderedResourceController<Tier> {
    TiersController(ResourceSupport support) {
        super(Tier.RESOURCE, support);
    }
}
