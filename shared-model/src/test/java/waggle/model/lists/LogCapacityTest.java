package waggle.model.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.CapacityMeter;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.WriteMeter;
import waggle.model.audit.AuditEntry;
import waggle.model.audit.AuditEntry.Action;
import waggle.model.audit.AuditEntry.Difference;
import waggle.model.paging.PageRequest;
import waggle.model.paging.Segments;
import waggle.model.records.Entity;
import waggle.model.write.BulkRecords;

/** What a log costs that nobody counted: the fold, and then the lists, in capacity units as DynamoDB bills them. */
class LogCapacityTest {
    private static final int SEGMENTS = 20;
    private static final int ENTRIES = SEGMENTS * Segments.SIZE;

    private final Actor actor = LocalTable.someone();
    private final Instant first = Instant.now().minus(Duration.ofDays(1));
    private final CapacityMeter reads = new CapacityMeter();
    private final WriteMeter writes = new WriteMeter();
    private final LocalStore<AuditEntry> log = new LocalStore<>(LocalTable.client(reads, writes), AuditEntry.RESOURCE);

    @Test
    void log_ofManyEntries_isFoldedAndFilteredForAFractionOfAUnitAnEntry() {
        new BulkRecords<>(
                        LocalTable.shared(),
                        LocalTable.NAME,
                        actor.company(),
                        AuditEntry.RESOURCE,
                        ENTRIES,
                        this::entry)
                .writeRecords(0, ENTRIES);
        var segments = new LogSegments(
                LocalTable.client(reads, writes),
                LocalTable.NAME,
                AuditEntry.RESOURCE,
                actor.company(),
                Clock.systemUTC());

        assertThat(segments.fold() + segments.fold()).isEqualTo(SEGMENTS);

        assertThat(writes.written()).isEqualTo("40 items of 160 write units and 0 of indexes");
        assertThat(reads.read() / ENTRIES).as("read units to fold an entry").isLessThan(0.3);
        var deleted =
                ListRequest.all(new PageRequest(1, 10)).and(List.of(new Condition.AnyOf("action", Set.of("deleted"))));
        assertThat(log.list(actor, deleted).meta().recordCount()).isEqualTo(ENTRIES / 4);
        assertThat(reads.read()).as("read units of a filtered list").isLessThan(30);
        assertThat(log.page(actor, new PageRequest(50, 10)).meta().recordCount())
                .isEqualTo(ENTRIES);
        assertThat(reads.read()).as("read units of a page").isLessThan(20);
    }

    private Entity<AuditEntry> entry(int number) {
        var time = first.plusMillis(number);
        var changes = Map.of("label", new Difference(TextNode.valueOf("Gold"), TextNode.valueOf("Silver")));
        var entry = new AuditEntry(
                number % 4 == 0 ? Action.DELETED : Action.UPDATED,
                "tag",
                Uuids.next(),
                actor.identity(),
                actor.identity().uuid(),
                Uuids.next().toString(),
                changes);
        return new Entity<>(BulkRecords.uuid(time.toEpochMilli(), number), entry, time, time, 1);
    }
}
