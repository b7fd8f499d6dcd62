package waggle.commissions;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.commissions.CommissionRule;

@Controller(ResourceGroup.BASE + "/" + CommissionRule.PATH)
final class CommissionRulesController extends ResourceController<CommissionRule> {
    CommissionRulesController(ResourceSupport support) {
        super(CommissionRule.RESOURCE, support);
    }
}
