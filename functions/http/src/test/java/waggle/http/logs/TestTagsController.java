package waggle.http.logs;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.tags.Tag;

@Controller(ResourceGroup.BASE + "/" + Tag.PATH)
final class TestTagsController extends ResourceController<Tag> {
    TestTagsController(ResourceSupport support) {
        super(Tag.RESOURCE, support);
    }
}
