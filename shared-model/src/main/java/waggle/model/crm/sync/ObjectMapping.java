package waggle.model.crm.sync;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.Wins;
import waggle.model.crm.port.RemoteRecord;

/**
 * The mapping of one resource of Waggle to one object of a CRM.
 *
 * @param object the provider's name of the object
 * @param fields the mapped fields
 * @param matches names of the mapped fields, in Waggle, by whose equal values a first link is made; tried in this order
 * @param creates the side or sides on which missing records are created
 * @param onDelete what the deletion of a record in Waggle does in the CRM
 * @param filter values that a record of the CRM must have to be linked, by the provider's names of the fields
 */
public record ObjectMapping(
        String object,
        List<FieldRule> fields,
        List<String> matches,
        Direction creates,
        OnDelete onDelete,
        Map<String, String> filter) {

    /** What a deletion does on the other side. Nothing is ever deleted there. */
    public enum OnDelete {
        /** The link ends, and the other record stays. */
        UNLINK,
        /** The link ends, and the CRM archives its record. */
        ARCHIVE
    }

    public ObjectMapping {
        fields = List.copyOf(fields);
        matches = List.copyOf(matches);
        filter = Map.copyOf(filter);
    }

    /** A mapping of all records of the CRM. */
    public ObjectMapping(
            String object, List<FieldRule> fields, List<String> matches, Direction creates, OnDelete onDelete) {
        this(object, fields, matches, creates, onDelete, Map.of());
    }

    /** The provider's names of the fields to read: those that are mapped, and those of the filter. */
    public List<String> remoteFields() {
        var filtered = filter.keySet().stream().sorted();
        return Stream.concat(fields.stream().map(FieldRule::remote), filtered)
                .distinct()
                .toList();
    }

    /** Whether a record of the CRM passes the filter. */
    boolean includes(RemoteRecord record) {
        return filter.entrySet().stream().allMatch(wanted -> wanted.getValue()
                .equalsIgnoreCase(record.fields().getOrDefault(wanted.getKey(), "")));
    }

    /** The mapping in which one rule decides all fields that changed on both sides. */
    ObjectMapping deciding(Wins wins) {
        var decided = fields.stream().map(rule -> rule.with(wins)).toList();
        return new ObjectMapping(object, decided, matches, creates, onDelete, filter);
    }

    List<FieldRule> matching() {
        return matches.stream()
                .flatMap(name -> fields.stream().filter(rule -> rule.waggle().equals(name)))
                .toList();
    }
}
