package waggle.crm.work;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmWriter;
import waggle.model.crm.port.WrittenRecord;
import waggle.model.crm.run.KnownRecords;
import waggle.model.crm.sync.Home;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.crm.sync.Outcome;
import waggle.model.crm.sync.Reconciler;
import waggle.model.crm.sync.Signal;
import waggle.model.crm.sync.Step;
import waggle.model.crm.sync.Writers;

/**
 * Looks at the records of a page as they were when it was read. In most looks both sides agree, and nothing else is read. A new
 * record of Waggle is only noted: many are stored in one transaction, which verifies that there is no link. All else takes a
 * second look, at records that are read afresh.
 */
final class FirstLook {
    private final Reconciler reconciler;
    private @Nullable Step creation;

    /** What the look would write has to be decided again. */
    private static final class SecondLook extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SecondLook() {
            super(null, null, false, false);
        }
    }

    /** What a look found. */
    sealed interface Found {
        /** Nothing is written. */
        record Same(Outcome outcome) implements Found {}

        /** A record of Waggle is missing. */
        record New(Step step) implements Found {}

        /** A second look has to be taken. */
        record Else() implements Found {}
    }

    /**
     * A look at a page.
     *
     * @param home as it was when the page was read
     */
    FirstLook(ObjectMapping mapping, KnownRecords page, Home home) {
        this.reconciler = new Reconciler(mapping, page.unused(), home, new Writers(new NoCalls(), this::note), () -> {
            throw new SecondLook();
        });
    }

    Found look(Signal signal) {
        creation = null;
        try {
            var outcome = reconciler.reconcile(signal);
            return Optional.ofNullable(creation).<Found>map(Found.New::new).orElseGet(() -> new Found.Same(outcome));
        } catch (SecondLook needed) {
            return new Found.Else();
        }
    }

    private void note(Step step) {
        if (step.before() != null || step.change() != Step.Change.CREATE) {
            throw new SecondLook();
        }
        creation = step;
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
