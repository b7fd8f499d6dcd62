package waggle.events.sweep;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import waggle.model.commissions.stored.DealCommission;
import waggle.model.deals.CommissionCalculation;
import waggle.model.deals.Payment;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.leads.Lead;
import waggle.model.leads.Registrations;
import waggle.model.table.CollectionKey;

/** The step of a record whose time has come, by its resource. A step that was taken does nothing when it is taken again. */
enum DueStep {
    /** The protection of a lead ends soon, or is over. */
    EXPIRE(Lead.RESOURCE, Registrations::expire),
    /** The day begins on which a payment is due. */
    BECOME_DUE(Payment.RESOURCE, Payment::becomeDue),
    /** A payment of a deal accrues, or an earlier calculation left something. */
    CALCULATE(DealCommission.RESOURCE, CommissionCalculation::resume);

    @SuppressWarnings("ImmutableEnumChecker") // a declaration does not change
    private final Resource<?> resource;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method
    private final BiConsumer<Write, UUID> step;

    /** @param step takes one transaction */
    DueStep(Resource<?> resource, BiConsumer<Write, UUID> step) {
        this.resource = resource;
        this.step = step;
    }

    /** The step of the records of a collection, if they have any. */
    static Optional<DueStep> of(CollectionKey key) {
        return Arrays.stream(values())
                .filter(step -> key.isOf(step.resource.name()))
                .findFirst();
    }

    void take(Write write, UUID uuid) {
        step.accept(write, uuid);
    }
}
