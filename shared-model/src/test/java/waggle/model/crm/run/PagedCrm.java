package waggle.model.crm.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.RemotePage;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.WrittenRecord;
import waggle.model.crm.sync.PlainCrm;

/** A CRM that can only be read: its pages of three records follow the time of change and the identifier. */
final class PagedCrm implements PlainCrm {
    private static final int PAGE = 3;

    Instant now = Instant.parse("2026-11-26T08:00:00Z");
    int calls;
    int reads;

    /** The number of the call that meets a limit. */
    int failsAtCall = -1;

    private final Map<String, Instant> changes = new HashMap<>();

    void change(String id) {
        change(id, now);
    }

    void change(String id, Instant at) {
        changes.merge(id, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public RemotePage changed(Changes wanted) {
        if (++calls == failsAtCall) {
            throw new CrmFailure(
                    CrmFailure.Kind.WAIT, "Limit reached", new Details("429", null, null, Duration.ofSeconds(1), null));
        }
        var since = wanted.since();
        var cursor = wanted.cursor();
        var rows = changes.entrySet().stream()
                .filter(change -> since == null || !change.getValue().isBefore(since))
                .filter(change -> change.getValue().isBefore(wanted.until()))
                .filter(change -> cursor == null || position(change).compareTo(cursor) > 0)
                .sorted(Comparator.comparing(PagedCrm::position))
                .limit(PAGE + 1L)
                .toList();
        var page = rows.stream().limit(PAGE).toList();
        return new RemotePage(
                page.stream()
                        .map(change -> record(change.getKey(), change.getValue()))
                        .toList(),
                rows.size() > PAGE ? position(page.getLast()) : null);
    }

    private static String position(Map.Entry<String, Instant> change) {
        return change.getValue() + " " + change.getKey();
    }

    private static RemoteRecord record(String id, Instant at) {
        return RemoteRecord.of(id, at, Map.of("name", id));
    }

    @Override
    public List<RemoteRecord> read(String object, List<String> fields, List<String> ids) {
        reads++;
        return ids.stream().map(id -> record(id, now)).toList();
    }

    @Override
    public List<RemoteRecord> find(String object, List<String> fields, String field, String value) {
        return List.of();
    }

    @Override
    public List<RemoteRecord> marked(String object, List<String> fields, UUID marker) {
        return List.of();
    }

    @Override
    public WrittenRecord create(String object, UUID marker, Map<String, String> fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WrittenRecord update(String object, String id, Map<String, String> fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void archive(String object, String id) {
        throw new UnsupportedOperationException();
    }
}
