package waggle.model.deals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import waggle.model.CodePoints;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.Part;
import waggle.model.commissions.engine.Engine;
import waggle.model.commissions.engine.Inputs;
import waggle.model.commissions.engine.NewPayment;
import waggle.model.commissions.engine.Place;
import waggle.model.commissions.engine.Plan;
import waggle.model.commissions.engine.StandingPayment;
import waggle.model.commissions.facts.Recipient;
import waggle.model.commissions.facts.RuleVersion;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;

/** The payments of a deal that calculations made: as a calculation sees them, and as it changes them. */
final class CommissionPayments {
    private final Write write;
    private final UUID deal;
    private final List<Entity<Payment>> all;

    /** @param uuids of all payments that calculations made for the deal */
    CommissionPayments(Write write, UUID deal, List<UUID> uuids) {
        this.write = write;
        this.deal = deal;
        this.all = write.find(Payment.RESOURCE, uuids);
    }

    List<StandingPayment> standing() {
        return all.stream()
                .map(payment -> standing(payment.uuid(), payment.value()))
                .toList();
    }

    private static StandingPayment standing(UUID uuid, Payment payment) {
        return new StandingPayment(
                uuid,
                place(payment),
                new RuleVersion(payment.ruleUuid(), Objects.requireNonNull(payment.ruleVersion())),
                StandingPayment.Category.valueOf(payment.category().name()),
                payment.paymentValue(),
                StandingPayment.Status.valueOf(payment.status().name()),
                Objects.requireNonNull(payment.accruedOn()),
                payment.adjustsPaymentUuid(),
                origin(payment).released(),
                Objects.requireNonNullElse(origin(payment).granted(), BigDecimal.ZERO));
    }

    private static PaymentOrigin origin(Payment payment) {
        return Objects.requireNonNull(payment.origin());
    }

    private static Place place(Payment payment) {
        return new Place(
                origin(payment).slot(),
                Objects.requireNonNull(payment.entry()),
                Part.Type.valueOf(Objects.requireNonNull(payment.part()).name()),
                payment.occurrence(),
                payment.recipientType() == null
                        ? new Recipient(Recipient.Type.USER, null)
                        : new Recipient(
                                Recipient.Type.valueOf(payment.recipientType().name()), payment.recipientUuid()),
                origin(payment).generation());
    }

    /**
     * Does the first changes of a plan.
     *
     * @return the uuids of the payments that were made
     */
    List<UUID> apply(Plan plan, int most, Terms terms) {
        var first = plan.first(most);
        first.cancelled().forEach(this::cancel);
        first.repriced().forEach(this::reprice);
        new Allowances(write).take(first.grants());
        return first.made().stream()
                .map(payment -> make(write, payment(payment, terms)))
                .toList();
    }

    /** The payments that a plan makes after its first changes. */
    List<Payment> after(Plan plan, int most, Terms terms) {
        var begun = plan.first(most).made().size();
        return plan.made().stream()
                .skip(begun)
                .map(payment -> payment(payment, terms))
                .toList();
    }

    static UUID make(Write write, Payment payment) {
        return write.create(Payment.RESOURCE, payment).uuid();
    }

    /** Finds the terms of a rule. */
    @FunctionalInterface
    interface Terms {
        CommissionRule of(NewPayment payment);
    }

    private void cancel(UUID uuid) {
        write.change(Payment.RESOURCE, uuid, payment -> PaymentBuilder.builder(payment)
                .status(PaymentStatus.CANCELLED)
                .origin(origin(payment).cancelled())
                .build());
    }

    private void reprice(Plan.Repriced repriced) {
        write.change(Payment.RESOURCE, repriced.payment(), payment -> PaymentBuilder.builder(payment)
                .paymentValue(repriced.value())
                .ruleUuid(repriced.rule().rule())
                .ruleVersion(repriced.rule().version())
                .origin(origin(payment).with(repriced.grant()))
                .explanation(sentences(repriced.why()))
                .build());
    }

    private Payment payment(NewPayment payment, Terms terms) {
        var place = payment.place();
        var rule = terms.of(payment);
        return PaymentBuilder.builder()
                .dealUuid(deal)
                .recipientType(
                        place.recipient().uuid() == null
                                ? null
                                : Payment.RecipientType.valueOf(
                                        place.recipient().type().name()))
                .recipientUuid(place.recipient().uuid())
                .category(Payment.Category.valueOf(payment.category().name()))
                .paymentValue(payment.value())
                .dueDate(payment.dates().dueOn())
                .occurrence(place.occurrence())
                .ruleUuid(payment.rule().rule())
                .ruleVersion(payment.rule().version())
                .entry(place.entry())
                .part(Payment.Part.valueOf(place.part().name()))
                .accruedOn(payment.dates().accruedOn())
                .heldUntil(payment.dates().heldUntil())
                .adjustsPaymentUuid(payment.adjusts())
                .explanation(sentences(payment.why()))
                .paymentTarget(rule.paymentTarget())
                .minimumPayout(rule.minimumPayout())
                .origin(new PaymentOrigin(place.slot(), place.generation(), attempt(payment), false, null)
                        .with(payment.grant()))
                .build();
    }

    /** One more than the payments that were made for the same before. */
    private int attempt(NewPayment payment) {
        return 1
                + (int) all.stream()
                        .filter(made -> place(made.value()).equals(payment.place()))
                        .filter(made -> Objects.equals(made.value().adjustsPaymentUuid(), payment.adjusts()))
                        .filter(made -> made.value()
                                .category()
                                .name()
                                .equals(payment.category().name()))
                        .count();
    }

    private static List<String> sentences(List<String> why) {
        return why.stream()
                .map(sentence -> CodePoints.first(Payment.LONGEST_SENTENCE, sentence))
                .limit(Payment.MOST_SENTENCES)
                .toList();
    }

    /** Whether what a plan makes depends on no other payment, so that it can be made without another calculation. */
    static boolean areFixed(Engine.Outcome outcome, Inputs inputs) {
        return outcome.plan().grants().isEmpty()
                && outcome.state().assignments().stream()
                        .map(assignment -> inputs.terms(outcome.state(), assignment))
                        .noneMatch(CommissionRule::dependsOnOthers);
    }
}
