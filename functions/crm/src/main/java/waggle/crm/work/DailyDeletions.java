package waggle.crm.work;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import waggle.model.crm.stored.CrmCursor;
import waggle.model.crm.stored.CrmCursorBuilder;

/** The brake of what happens without a run: its deletions of one day (in UTC) count together. */
final class DailyDeletions {
    private final String today;
    private final LazyBrake brake;

    DailyDeletions(Session session, CrmCursor cursor) {
        this.today = LocalDate.ofInstant(session.services().clock().instant(), ZoneOffset.UTC)
                .toString();
        var before = today.equals(cursor.endedOn()) ? cursor.endedLinks() : 0;
        this.brake = of(session, before);
    }

    /** A brake that counts the links of the connection when a deletion asks. */
    static LazyBrake of(Session session, long before) {
        var percent = Objects.requireNonNull(session.connection().value().deleteBrake());
        return new LazyBrake(
                () -> LinkFacets.of(session).values().stream()
                        .filter(link -> !link.status().equals("unlinked"))
                        .count(),
                percent,
                before);
    }

    LazyBrake brake() {
        return brake;
    }

    CrmCursor counted(CrmCursor cursor) {
        return CrmCursorBuilder.builder(cursor)
                .endedOn(today)
                .endedLinks(brake.ended())
                .build();
    }
}
