package waggle.model.deals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.commissions.CommissionRule.PaymentTarget;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.partners.Contact;
import waggle.model.partners.Partner;
import waggle.model.partners.User;
import waggle.model.records.Entity;

/** Who is paid, and the partner that the payment belongs to (docs/api.md, "Payments"). */
final class PaymentRecipient implements Rule<Payment> {
    private static final String FIELD = "recipient_uuid";

    @Override
    public Payment complete(Write write, @Nullable Payment before, Payment payment) {
        var partner = before != null && isSame(before, payment) ? before.partnerUuid() : partner(write, payment);
        return PaymentBuilder.builder(payment)
                .paymentTarget(target(payment))
                .partnerUuid(partner)
                .partnerName(Partner.nameOf(write, partner, before == null ? null : before.partnerName()))
                .build();
    }

    private static boolean isSame(Payment before, Payment payment) {
        return before.recipientType() == payment.recipientType()
                && Objects.equals(before.recipientUuid(), payment.recipientUuid());
    }

    private static @Nullable PaymentTarget target(Payment payment) {
        if (!payment.isByHand() && payment.paymentTarget() == PaymentTarget.INDIVIDUAL) {
            if (payment.recipientType() == Payment.RecipientType.PARTNER) {
                throw invalid("recipient_type", "must be user or contact, since the rule pays a person");
            }
            return PaymentTarget.INDIVIDUAL;
        }
        if (payment.recipientType() == null) {
            return payment.isByHand() ? null : payment.paymentTarget();
        }
        return payment.recipientType() == Payment.RecipientType.PARTNER
                ? PaymentTarget.PARTNER
                : PaymentTarget.INDIVIDUAL;
    }

    private static @Nullable UUID partner(Write write, Payment payment) {
        var recipient = payment.recipientUuid();
        if (payment.recipientType() == null || recipient == null) {
            return ofDeal(write, payment);
        }
        return switch (payment.recipientType()) {
            case PARTNER -> recipient(write, Partner.RESOURCE, recipient).uuid();
            case CONTACT ->
                recipient(write, Contact.RESOURCE, recipient).value().partnerUuid();
            case USER ->
                Optional.ofNullable(recipient(write, User.RESOURCE, recipient)
                                .value()
                                .partnerUuid())
                        .orElseGet(() -> ofDeal(write, payment));
        };
    }

    private static @Nullable UUID ofDeal(Write write, Payment payment) {
        return Optional.ofNullable(payment.dealUuid())
                .flatMap(deal -> write.find(Deal.RESOURCE, deal))
                .map(deal -> deal.value().partnerUuid())
                .filter(partner -> write.find(Partner.RESOURCE, partner).isPresent())
                .orElse(null);
    }

    private static <T> Entity<T> recipient(Write write, Resource<T> resource, UUID uuid) {
        return write.find(resource, uuid).orElseThrow(() -> invalid(FIELD, "must be the uuid of a " + resource.noun()));
    }

    private static WaggleException invalid(String field, String message) {
        return WaggleException.invalid(List.of(new Fault(field, message)));
    }

    /** A recipient cannot be removed as long as a payment to it is open; the partner counts what belongs to it. */
    @Override
    public void contribute(Records records, Payment payment, Contributions contributions) {
        var type = payment.recipientType();
        var uuid = payment.recipientUuid();
        if (type == null || uuid == null) {
            return;
        }
        var resource =
                switch (type) {
                    case PARTNER -> Partner.RESOURCE;
                    case USER -> User.RESOURCE;
                    case CONTACT -> Contact.RESOURCE;
                };
        contributions.mention(resource, uuid, FIELD);
        if (type != Payment.RecipientType.PARTNER && payment.isOpen()) {
            contributions.add(resource, uuid, Partner.OPEN_PAYMENTS, BigDecimal.ONE);
        }
    }
}
