package waggle.http.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import waggle.http.request.JsonBody;
import waggle.http.shape.ShapeReader;
import waggle.model.Fault;
import waggle.model.Uuids;

/**
 * Changes of several records (docs/api.md, "Batches").
 *
 * @param changes 1 to 50, each of another record
 */
@Introspected
public record BatchChanges(
        @NotNull @Size(min = 1, max = BatchChanges.MOST) List<@NotNull @Valid BatchChange> changes) {
    /** The most changes of one batch. */
    public static final int MOST = 50;

    private static final String CHANGES = "changes";
    private static final String PATCH = "patch";

    /**
     * A change with its patch as it was sent. Each patch is validated with its record, so that a faulty one refuses its own
     * change only.
     */
    record Row(BatchChange change, JsonBody patch) {}

    /** @throws waggle.model.WaggleException if the batch is invalid, apart from its patches */
    static List<Row> rows(ShapeReader<BatchChanges> reader, JsonBody body) {
        var sent = body.json().path(CHANGES);
        var bare = body.json().deepCopy();
        bare.path(CHANGES).forEach(change -> {
            if (change instanceof ObjectNode object && object.path(PATCH).isObject()) {
                object.putObject(PATCH);
            }
        });
        var changes = reader.read(new JsonBody(bare, body.isAbsent())).changes();
        var rows = new ArrayList<Row>();
        for (var i = 0; i < changes.size(); i++) {
            rows.add(new Row(
                    changes.get(i), new JsonBody((ObjectNode) sent.path(i).path(PATCH))));
        }
        return rows;
    }

    /**
     * A second change of a record could not be told from a repetition of the first. A uuid of another version is that of no
     * record.
     */
    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (changes == null || changes.stream().anyMatch(change -> change == null || change.uuid() == null)) {
            // A missing change or uuid has its own fault.
            return faults;
        }
        var seen = new HashMap<UUID, Integer>();
        for (var i = 0; i < changes.size(); i++) {
            var uuid = changes.get(i).uuid();
            var field = CHANGES + "[" + i + "].uuid";
            var first = seen.putIfAbsent(uuid, i);
            if (first != null) {
                faults.add(
                        new Fault(field, "is also the uuid of changes[" + first + "]; a batch changes a record once"));
            } else if (Uuids.parse(uuid.toString()).isEmpty()) {
                faults.add(new Fault(field, "must be a uuid of version 7, like those of records"));
            }
        }
        return faults;
    }
}
