package waggle.events.sweep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import waggle.model.Actor;
import waggle.model.WaggleException;
import waggle.model.write.Writes;

/** Records of a company whose time has come. Each takes its step in a transaction of its own. */
final class RecordFeed implements Feed {
    private static final Logger LOG = LoggerFactory.getLogger(RecordFeed.class);

    private static final int PORTION = 20;

    /** Feeds of one company that proceed at the same time. */
    private static final int PARALLEL = 4;

    private final UUID company;
    private final DueStep step;
    private final Deque<UUID> records;
    private final Writes writes;

    private RecordFeed(UUID company, DueStep step, List<UUID> records, Writes writes) {
        this.company = company;
        this.step = step;
        this.records = new ArrayDeque<>(records);
        this.writes = writes;
    }

    /** The feeds of a company's records; many records are divided. */
    static Stream<RecordFeed> of(UUID company, DueStep step, List<UUID> records, Writes writes) {
        var portion = Math.max(PORTION, Math.ceilDiv(records.size(), PARALLEL));
        return IntStream.iterate(0, first -> first < records.size(), first -> first + portion)
                .mapToObj(first -> records.subList(first, Math.min(records.size(), first + portion)))
                .map(some -> new RecordFeed(company, step, some, writes));
    }

    @Override
    public UUID company() {
        return company;
    }

    @Override
    public Step proceed() {
        for (var i = 0; i < PORTION && !records.isEmpty(); i++) {
            take(records.removeFirst());
        }
        return records.isEmpty() ? Step.ENDED : Step.SENT;
    }

    /** A record that is refused does not stop the others; the next sweep finds it again. */
    private void take(UUID record) {
        try {
            writes.run(Actor.waggle(company), write -> {
                step.take(write, record);
                return record;
            });
        } catch (WaggleException e) {
            LOG.warn("The step {} of the record {} was refused; the next sweep takes it again", step, record, e);
        }
    }
}
