package waggle.model.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.CapacityMeter;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.declaration.Resource;
import waggle.model.leads.Lead;
import waggle.model.paging.Page;
import waggle.model.paging.PageRequest;
import waggle.model.paging.Segments;
import waggle.model.records.Entity;
import waggle.model.write.BulkRecords;

/** What a page of the notes of one lead costs, in capacity units as DynamoDB reports them. */
class NoteCapacityTest {
    private static final int MANY = 10_000;
    private static final int PAGE = 10;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Actor actor = LocalTable.someone();
    private final UUID lead = Uuids.next();
    private final Resource<Note> notes = Lead.NOTES.below(lead);

    @Test
    void page_ofTenThousandNotes_costsTheSameEverywhere() {
        fill();

        var units = Stream.of(1, 500, 1_000).map(this::units).toList();

        assertThat(units).containsExactly(5.0, 6.0, 5.0);
    }

    /** Only what a query reads is charged, so the records far from the three pages need not be there. */
    private void fill() {
        var bulk = new BulkRecords<>(
                LocalTable.shared(), LocalTable.NAME, actor.company(), notes, MANY, NoteCapacityTest::note);
        bulk.writeSegments(Segments.SIZE);
        bulk.writeRecords(0, Segments.SIZE);
        bulk.writeRecords(MANY / 2 - Segments.SIZE, MANY / 2 + Segments.SIZE);
        bulk.writeRecords(MANY - Segments.SIZE, MANY);
    }

    private double units(int number) {
        var meter = new CapacityMeter();
        var page = new LocalStore<>(LocalTable.client(meter), notes).page(actor, new PageRequest(number, PAGE));

        var newest = MANY - 1 - (number - 1) * PAGE;
        assertThat(page.data())
                .extracting(Entity::uuid)
                .isEqualTo(
                        IntStream.range(0, PAGE).mapToObj(i -> uuid(newest - i)).toList());
        assertThat(page.meta()).isEqualTo(new Page.Meta(MANY, MANY / PAGE, number, PAGE));
        return meter.read();
    }

    private static Entity<Note> note(int number) {
        var made = FIRST.plusSeconds(number);
        var note = NoteBuilder.builder()
                .content("Called, and they want a demo for the whole team")
                .mentions(List.of())
                .build();
        return new Entity<>(uuid(number), note, made, made, 1);
    }

    private static UUID uuid(int number) {
        return BulkRecords.uuid(FIRST.plusSeconds(number).toEpochMilli(), 0);
    }
}
