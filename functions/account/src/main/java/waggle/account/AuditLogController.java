package waggle.account;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ReadController;
import waggle.http.resource.ResourceSupport;
import waggle.model.audit.AuditEntry;
import waggle.model.catalogue.ResourceGroup;

@Controller(ResourceGroup.BASE + "/" + AuditEntry.PATH)
final class AuditLogController extends ReadController<AuditEntry> {
    AuditLogController(ResourceSupport support) {
        super(AuditEntry.RESOURCE, support);
    }
}
