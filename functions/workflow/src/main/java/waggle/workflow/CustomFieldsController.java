package waggle.workflow;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.customfields.CustomField;

@Controller(ResourceGroup.BASE + "/" + CustomField.PATH)
final class CustomFieldsController extends ResourceController<CustomField> {
    CustomFieldsController(ResourceSupport support) {
        super(CustomField.RESOURCE, support);
    }
}
