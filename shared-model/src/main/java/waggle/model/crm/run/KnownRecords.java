package waggle.model.crm.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.RemoteAccount;
import waggle.model.crm.port.RemoteObject;
import waggle.model.crm.port.RemoteOwner;
import waggle.model.crm.port.RemotePage;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.RemoteStage;
import waggle.model.crm.port.WrittenRecord;
import waggle.model.crm.sync.ObjectMapping;

/** A CRM whose records of one page were read just now. Each is used once; a second look reads it again. */
public final class KnownRecords implements Crm {
    private final Crm crm;
    private final ObjectMapping mapping;
    private final Map<String, RemoteRecord> page;
    private final Map<String, RemoteRecord> known;
    private final Map<UUID, List<RemoteRecord>> marks;
    private final UnaryOperator<RemoteRecord> change;

    KnownRecords(Crm crm, ObjectMapping mapping, Map<String, RemoteRecord> page) {
        this(crm, mapping, page, Map.of(), UnaryOperator.identity());
    }

    private KnownRecords(
            Crm crm,
            ObjectMapping mapping,
            Map<String, RemoteRecord> page,
            Map<UUID, List<RemoteRecord>> marks,
            UnaryOperator<RemoteRecord> change) {
        this.crm = crm;
        this.mapping = mapping;
        this.page = Map.copyOf(page);
        this.known = new HashMap<>(page);
        this.marks = new HashMap<>(marks);
        this.change = change;
    }

    /** A CRM of which is known what it has for some records of Waggle. Each answer is used once. */
    static KnownRecords ofMarks(Crm crm, ObjectMapping mapping, Map<UUID, List<RemoteRecord>> marks) {
        return new KnownRecords(crm, mapping, Map.of(), marks, UnaryOperator.identity());
    }

    /** The records of the page. */
    public List<RemoteRecord> page() {
        return List.copyOf(page.values());
    }

    /** The same page, of which no record was used. */
    public KnownRecords unused() {
        return new KnownRecords(crm, mapping, page);
    }

    /**
     * The same page, of which no record was used, and the same CRM, as they were after changes that nobody has made.
     *
     * @param change makes those of one record of the mapped object
     */
    public KnownRecords after(UnaryOperator<RemoteRecord> change) {
        return new KnownRecords(crm, mapping, page, marks, change);
    }

    private List<RemoteRecord> seen(List<RemoteRecord> records) {
        return records.stream().map(change).toList();
    }

    @Override
    public List<RemoteRecord> read(String object, List<String> fields, List<String> ids) {
        if (!object.equals(mapping.object()) || !fields.equals(mapping.remoteFields())) {
            return seen(crm.read(object, fields, ids));
        }
        var records = new ArrayList<RemoteRecord>();
        var others = new ArrayList<String>();
        for (var id : ids) {
            var record = known.remove(id);
            if (record == null) {
                others.add(id);
            } else {
                records.add(record);
            }
        }
        if (!others.isEmpty()) {
            records.addAll(crm.read(object, fields, others));
        }
        return seen(records);
    }

    @Override
    public WrittenRecord create(String object, UUID marker, Map<String, String> fields) {
        return crm.create(object, marker, fields);
    }

    @Override
    public WrittenRecord update(String object, String id, Map<String, String> fields) {
        return crm.update(object, id, fields);
    }

    @Override
    public void archive(String object, String id) {
        crm.archive(object, id);
    }

    @Override
    public RemoteAccount account() {
        return crm.account();
    }

    @Override
    public RemoteObject describe(String object) {
        return crm.describe(object);
    }

    @Override
    public RemotePage changed(Changes changes) {
        return crm.changed(changes);
    }

    @Override
    public List<RemoteRecord> find(String object, List<String> fields, String field, String value) {
        return seen(crm.find(object, fields, field, value));
    }

    @Override
    public List<RemoteRecord> markedAmong(String object, List<String> fields, List<UUID> markers) {
        return seen(crm.markedAmong(object, fields, markers));
    }

    @Override
    public List<RemoteRecord> marked(String object, List<String> fields, UUID marker) {
        var known =
                object.equals(mapping.object()) && fields.equals(mapping.remoteFields()) ? marks.remove(marker) : null;
        return seen(known == null ? crm.marked(object, fields, marker) : known);
    }

    @Override
    public List<RemoteRecord> claimed(String object, List<String> fields, UUID marker) {
        return seen(crm.claimed(object, fields, marker));
    }

    @Override
    public void prepare(String object) {
        crm.prepare(object);
    }

    @Override
    public List<RemoteStage> stages(String object) {
        return crm.stages(object);
    }

    @Override
    public List<RemoteOwner> owners() {
        return crm.owners();
    }
}
