package waggle.workflow;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.categories.Category;

@Controller(ResourceGroup.BASE + "/" + Category.PATH)
final class CategoriesController extends ResourceController<Category> {
    CategoriesController(ResourceSupport support) {
        super(Category.RESOURCE, support);
    }
}
