package waggle.workflow;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.OrderedResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.stages.Stage;

@Controller(ResourceGroup.BASE + "/" + Stage.PATH)
final class StagesController extends OrderedResourceController<Stage> {
    StagesController(ResourceSupport support) {
        super(Stage.RESOURCE, support);
    }
}
