package waggle.model.audit;

import java.util.List;
import java.util.stream.Stream;
import waggle.model.Uuids;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.write.Happening;
import waggle.model.write.Happening.Written;
import waggle.model.write.Log;
import waggle.model.write.Trace;

/** Adds an audit entry for each written record to the transaction of a unit of work. */
public final class AuditTrace implements Trace {
    private final Log<AuditEntry> log = new Log<>(AuditEntry.RESOURCE);

    @Override
    public void leave(Write write, List<Happening> happenings) {
        log.append(
                write,
                happenings.stream().flatMap(happening -> of(write, happening)).toList());
    }

    /** Records that only Waggle writes, such as deliveries, have no audit entries. */
    private static Stream<Entity<AuditEntry>> of(Write write, Happening happening) {
        return happening instanceof Written<?> written
                        && written.resource().storing().isCounted()
                ? Stream.of(of(write, written))
                : Stream.empty();
    }

    private static Entity<AuditEntry> of(Write write, Written<?> written) {
        var entry = AuditEntry.of(write.actor(), written.resource(), written.uuid(), written.before(), written.after());
        return new Entity<>(Uuids.next(), entry, write.time(), write.time(), 1);
    }
}
