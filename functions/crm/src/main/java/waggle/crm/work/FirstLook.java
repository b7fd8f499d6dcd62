package waggle.crm.work;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import waggle.model.crm.port.CrmWriter;
import waggle.model.crm.port.WrittenRecord;
import waggle.model.crm.run.KnownRecords;
import waggle.model.crm.sync.Home;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.crm.sync.Outcome;
import waggle.model.crm.sync.Reconciler;
import waggle.model.crm.sync.Signal;
import waggle.model.crm.sync.Step;
import waggle.model.crm.sync.Steps;
import waggle.model.crm.sync.Writers;

/**
 * Looks at the records of a page as they were when it was read. In most looks both sides agree, and nothing else is read. A new
 * record of Waggle is stored at once, since its transaction verifies that there is no link. All else takes a second look, at
 * records that are read afresh.
 */
final class FirstLook {
    private final Reconciler reconciler;

    /** What the look would write has to be decided again. */
    private static final class SecondLook extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SecondLook() {
            super(null, null, false, false);
        }
    }

    /**
     * A look at a page.
     *
     * @param home as it was when the page was read
     * @param steps of the second look
     */
    FirstLook(ObjectMapping mapping, KnownRecords page, Home home, Steps steps) {
        this.reconciler =
                new Reconciler(mapping, page.unused(), home, new Writers(new NoCalls(), new OnlyNew(steps)), () -> {
                    throw new SecondLook();
                });
    }

    /** The outcome; empty if a second look has to be taken. */
    Optional<Outcome> look(Signal signal) {
        try {
            return Optional.of(reconciler.reconcile(signal));
        } catch (SecondLook needed) {
            return Optional.empty();
        }
    }

    private record OnlyNew(Steps steps) implements Steps {
        @Override
        public void store(Step step) {
            if (step.before() != null || step.change() != Step.Change.CREATE) {
                throw new SecondLook();
            }
            steps.store(step);
        }
    }

    private record NoCalls() implements CrmWriter {
        @Override
        public WrittenRecord create(String object, UUID marker, Map<String, String> fields) {
            throw new SecondLook();
        }

        @Override
        public WrittenRecord update(String object, String id, Map<String, String> fields) {
            throw new SecondLook();
        }

        @Override
        public void archive(String object, String id) {
            throw new SecondLook();
        }
    }
}
