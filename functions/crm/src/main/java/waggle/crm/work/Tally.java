package waggle.crm.work;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import waggle.model.crm.stored.CrmRun.Counts;
import waggle.model.crm.sync.Outcome;

/** Counts the records of a run by their outcome, and keeps the signals whose calls failed. */
final class Tally {
    private final Set<String> retries = new LinkedHashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private Counts counts;

    Tally(Counts counts) {
        this.counts = counts;
    }

    /**
     * Adds a record.
     *
     * @param record tells it from others; one that is met again counts once as parked or as a conflict
     */
    void add(Outcome outcome, String record) {
        var waits = outcome == Outcome.PARKED || outcome == Outcome.ASKED;
        add(waits && !waiting.add(record) ? Outcome.NOTHING : outcome);
    }

    private void add(Outcome outcome) {
        var c = counts;
        counts = new Counts(
                c.read() + 1,
                c.written() + one(outcome == Outcome.WRITTEN),
                c.parked() + one(outcome == Outcome.PARKED),
                c.conflicts() + one(outcome == Outcome.ASKED),
                c.unlinked() + one(outcome == Outcome.UNLINKED),
                c.held() + one(outcome == Outcome.HELD),
                c.failed());
    }

    /** Adds a record whose call failed. */
    void failed() {
        var c = counts;
        counts = new Counts(
                c.read() + 1, c.written(), c.parked(), c.conflicts(), c.unlinked(), c.held(), c.failed() + 1);
    }

    /** Adds a record that is to be looked at again. */
    void again(SignalText signal) {
        failed();
        retries.add(signal.text());
    }

    private static int one(boolean condition) {
        return condition ? 1 : 0;
    }

    Counts counts() {
        return counts;
    }

    /** The signals whose calls failed; they are forgotten here. */
    List<String> takeRetries() {
        var taken = List.copyOf(retries);
        retries.clear();
        return taken;
    }
}
