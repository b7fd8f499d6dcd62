package waggle.crm;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ReadController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.crm.stored.CrmLogEntry;

@Controller(ResourceGroup.BASE + "/" + CrmLogEntry.PATH)
final class CrmLogController extends ReadController<CrmLogEntry> {
    CrmLogController(ResourceSupport support) {
        super(CrmLogEntry.RESOURCE, support);
    }
}
