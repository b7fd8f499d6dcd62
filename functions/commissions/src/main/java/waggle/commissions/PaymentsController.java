package waggle.commissions;

import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import waggle.http.resource.BatchResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.deals.Payment;
import waggle.model.payments.PaymentByHand;

@Controller(ResourceGroup.BASE + "/" + Payment.PATH)
final class PaymentsController extends BatchResourceController<Payment> {
    PaymentsController(ResourceSupport support) {
        super(Payment.RESOURCE, support);
    }

    @Override
    protected Payment accepted(@Nullable Payment before, Payment payment) {
        return PaymentByHand.accepted(before, payment);
    }
}
