package waggle.events.sweep;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
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
    /** The protection of a lead is over. */
    EXPIRE(Lead.RESOURCE, once(Registrations::expire)),
    /** The day begins on which a payment is due. */
    BECOME_DUE(Payment.RESOURCE, once(Payment::becomeDue)),
    /** A payment of a deal accrues, or an earlier calculation left something. */
    CALCULATE(DealCommission.RESOURCE, once(CommissionCalculation::resume));

    @SuppressWarnings("ImmutableEnumChecker") // a declaration does not change
    private final Resource<?> resource;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method
    private final BiPredicate<Write, UUID> step;

    /** @param step takes one transaction, and returns whether the record needs another one at once */
    DueStep(Resource<?> resource, BiPredicate<Write, UUID> step) {
        this.resource = resource;
        this.step = step;
    }

    private static BiPredicate<Write, UUID> once(BiConsumer<Write, UUID> step) {
        return (write, uuid) -> {
            step.accept(write, uuid);
            return false;
        };
    }

    /** The step of the records of a collection, if they have any. */
    static Optional<DueStep> of(CollectionKey key) {
        return Arrays.stream(values())
                .filter(step -> key.isOf(step.resource.name()))
                .findFirst();
    }

    /** Takes the step, and returns whether the record needs another one at once. */
    boolean take(Write write, UUID uuid) {
        return step.test(write, uuid);
    }
}
