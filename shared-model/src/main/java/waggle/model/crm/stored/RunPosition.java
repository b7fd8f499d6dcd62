package waggle.model.crm.stored;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.run.Window;

/**
 * Where a run goes on.
 *
 * @param mapping number of the mapping, from 0
 * @param phase of the mapping
 * @param window the CRM's changes that are read; null before the phase has begun
 * @param after the last record or link of the phase; null at first
 * @param ended the links that deletions have ended so far
 */
@Introspected
public record RunPosition(
        int mapping,
        Phase phase,
        @Nullable Window window,
        @Nullable UUID after,
        long ended) {
    /** The beginning of every run. */
    public static final RunPosition START = new RunPosition(0, Phase.REMOTE, null, null, 0);

    /** The parts of a run, for each mapping. */
    public enum Phase {
        /** The changed records of the CRM. */
        REMOTE,
        /** The records of Waggle. */
        LOCAL,
        /** The links, for deletions and merges. */
        LINKS
    }

    /** The position within the changes of the CRM. */
    public RunPosition in(Window other) {
        return new RunPosition(mapping, phase, other, after, ended);
    }

    /** The position after a record or a link. */
    public RunPosition after(UUID last) {
        return new RunPosition(mapping, phase, window, last, ended);
    }

    /** The position with the number of ended links. */
    public RunPosition ending(long links) {
        return new RunPosition(mapping, phase, window, after, links);
    }

    /** The beginning of the next phase of the same mapping, or of the next mapping. */
    @JsonIgnore
    public RunPosition next() {
        return switch (phase) {
            case REMOTE -> new RunPosition(mapping, Phase.LOCAL, null, null, ended);
            case LOCAL -> new RunPosition(mapping, Phase.LINKS, null, null, ended);
            case LINKS -> new RunPosition(mapping + 1, Phase.REMOTE, null, null, ended);
        };
    }
}
