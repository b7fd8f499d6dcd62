package waggle.model.notifications;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.model.deals.Deal;
import waggle.model.deals.Payment;
import waggle.model.declaration.Resource;
import waggle.model.leads.Lead;
import waggle.model.partners.Partner;

/**
 * The kind of a record that notifications are about.
 *
 * @param partner the partner of a record, which may see it; null for none
 * @param assigned the users who are assigned to a record
 */
record Kind<T>(
        Notification.Type type,
        Resource<T> resource,
        BiFunction<UUID, T, @Nullable UUID> partner,
        Function<T, List<UUID>> assigned) {
    static final Kind<Partner> PARTNER = new Kind<>(
            Notification.Type.PARTNER, Partner.RESOURCE, (uuid, partner) -> uuid, Partner::assignedUserUuids);
    static final Kind<Lead> LEAD = new Kind<>(
            Notification.Type.LEAD, Lead.RESOURCE, (uuid, lead) -> lead.partnerUuid(), Lead::assignedUserUuids);
    static final Kind<Deal> DEAL = new Kind<>(
            Notification.Type.DEAL, Deal.RESOURCE, (uuid, deal) -> deal.partnerUuid(), Deal::assignedUserUuids);
    static final Kind<Payment> PAYMENT = new Kind<>(
            Notification.Type.PAYMENT,
            Payment.RESOURCE,
            (uuid, payment) -> payment.partnerUuid(),
            payment -> List.of());
}
