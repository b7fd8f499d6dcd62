package waggle.providers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmWriter;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.WrittenRecord;
import waggle.model.crm.sync.Step;
import waggle.model.crm.sync.Steps;

/**
 * Notes the values that both sides are to get, and writes them where it has the sides.
 *
 * @param crm null in a dry run
 * @param home null in a dry run
 */
record DryRun(
        List<Map<String, String>> writes,
        @Nullable CrmWriter crm,
        @Nullable Steps home) implements CrmWriter, Steps {

    DryRun(@Nullable CrmWriter crm, @Nullable Steps home) {
        this(new ArrayList<>(), crm, home);
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
        if (home != null) {
            home.store(step);
        }
    }

    private static WrittenRecord noted(String id, Map<String, String> fields) {
        return new WrittenRecord(RemoteRecord.of(id, Instant.EPOCH, fields), null);
    }
}
