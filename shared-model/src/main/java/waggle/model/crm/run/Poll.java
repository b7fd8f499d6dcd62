package waggle.model.crm.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.crm.sync.Signal;

/**
 * Reads the changes of a CRM, and looks at each changed record. The window is stored after every page, so a limit in the middle
 * costs no page that was read before.
 *
 * @param mapping of the object that is read
 * @param crm the CRM
 * @param look makes the synchronisation of one record over a CRM that knows the records of the page
 */
public record Poll(ObjectMapping mapping, Crm crm, Function<? super KnownRecords, Consumer<Signal>> look) {

    /**
     * Reads a window to its end.
     *
     * @param stored takes the window after each page
     * @return the number of records that were read
     */
    public int read(Window window, Consumer<Window> stored) {
        var records = 0;
        var current = window;
        while (!current.done()) {
            var changes = new Changes(
                    mapping.object(), mapping.remoteFields(), current.since(), current.until(), current.page());
            var page = crm.changed(changes);
            look(page.records());
            records += page.records().size();
            current = current.after(page.next());
            stored.accept(current);
        }
        return records;
    }

    /**
     * Looks at linked records of the CRM whether or not they changed. It finds what windows cannot: deletions, merges, and changes
     * that were lost.
     *
     * @param ids identifiers of any number of records
     */
    public void check(List<String> ids) {
        for (var from = 0; from < ids.size(); from += Crm.MOST_READ) {
            var some = ids.subList(from, Math.min(ids.size(), from + Crm.MOST_READ));
            var found = crm.read(mapping.object(), mapping.remoteFields(), some);
            var each = look.apply(new KnownRecords(crm, mapping, byId(found)));
            some.forEach(id -> each.accept(new Signal.OfRemote(id)));
        }
    }

    /** Looks at records of Waggle. One call tells which of a hundred the CRM has already. */
    public void offer(List<UUID> records) {
        for (var from = 0; from < records.size(); from += Crm.MOST_READ) {
            var some = records.subList(from, Math.min(records.size(), from + Crm.MOST_READ));
            var each = look.apply(KnownRecords.ofMarks(crm, mapping, marks(some)));
            some.forEach(uuid -> each.accept(new Signal.OfRecord(uuid)));
        }
    }

    /** What the CRM has for each record; empty if it refuses the call, so that each record has a call and a failure of its own. */
    private Map<UUID, List<RemoteRecord>> marks(List<UUID> records) {
        try {
            var found = crm.markedAmong(mapping.object(), mapping.remoteFields(), records).stream()
                    .collect(Collectors.groupingBy(record -> String.valueOf(record.marker())));
            return records.stream()
                    .collect(Collectors.toMap(
                            record -> record, record -> found.getOrDefault(record.toString(), List.of())));
        } catch (CrmFailure failure) {
            return switch (failure.kind()) {
                case WAIT, STOP, RENEW -> throw failure;
                case RETRY, FIX, GONE, TAKEN -> Map.of();
            };
        }
    }

    private void look(List<RemoteRecord> records) {
        var known = byId(records);
        var each = look.apply(new KnownRecords(crm, mapping, known));
        known.keySet().forEach(id -> each.accept(new Signal.OfRemote(id)));
    }

    private static Map<String, RemoteRecord> byId(List<RemoteRecord> records) {
        return records.stream().collect(Collectors.toMap(RemoteRecord::id, record -> record, (one, other) -> other));
    }
}
