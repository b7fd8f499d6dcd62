package waggle.workflow;

import io.micronaut.http.annotation.Controller;
import waggle.http.ResourceController;
import waggle.http.ResourceSupport;
import waggle.model.ResourceGroup;
import waggle.model.customfields.CustomField;

@Controller(ResourceGroup.BASE + "/" + CustomField.PATH)
final class CustomFieldsController extends ResourceController<CustomField> {
    CustomFieldsController(ResourceSupport support) {
        super(CustomField.RESOURCE, support);
    }
}
