package waggle.model.write;

import java.util.List;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.records.Snapshot;

/** A log of a company, to which units of work add entries. No item counts them: see {@code LogSegments}. */
public final class Log<T> {
    private final Resource<T> resource;

    public Log(Resource<T> resource) {
        this.resource = resource;
    }

    /** Adds entries to the transaction of a unit of work. */
    public void append(Write write, List<Entity<T>> entries) {
        var items = new RecordItems<>(resource, write.company());
        entries.forEach(entry -> items.append(write.transaction(), Snapshot.of(entry)));
    }
}
