package waggle.model.crm.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmWriter;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.WrittenRecord;

/**
 * Notes the values that both sides are to get, and writes them where it has the sides.
 *
 * @param crm null in a dry run
 * @param steps null in a dry run
 */
public record DryRun(
        List<Map<String, String>> writes,
        @Nullable CrmWriter crm,
        @Nullable Steps steps) implements CrmWriter, Steps {

    public DryRun(@Nullable CrmWriter crm, @Nullable Steps steps) {
        this(new ArrayList<>(), crm, steps);
    }

    @Override
    public WrittenRecord create(String object, UUID marker, Map<String, String> fields) {
        writes.add(fields);
        return crm == null ? noted("new", fields) : crm.create(object, marker, fields);
    }

    @Override
    public WrittenRecord update(String object, String id, Map<String, String> fields) {
        writes.add(fields);
        return crm == null ? noted(id, fields) : crm.update(object, id, fields);
    }

    @Override
    public void archive(String object, String id) {
        writes.add(Map.of("archived", id));
        if (crm != null) {
            crm.archive(object, id);
        }
    }

    @Override
    public void store(Step step) {
        if (step.change() != Step.Change.NONE) {
            writes.add(step.values());
        }
        if (steps != null) {
            steps.store(step);
        }
    }

    private static WrittenRecord noted(String id, Map<String, String> fields) {
        return new WrittenRecord(RemoteRecord.of(id, Instant.EPOCH, fields), null);
    }
}
