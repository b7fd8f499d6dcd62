package waggle.model.crm.sync;

import java.util.List;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.Wins;

/**
 * The mapping of one resource of Waggle to one object of a CRM.
 *
 * @param object the provider's name of the object
 * @param fields the mapped fields
 * @param matches names of the mapped fields, in Waggle, by whose equal values a first link is made; tried in this order
 * @param creates the side or sides on which missing records are created
 * @param onDelete what the deletion of a record in Waggle does in the CRM
 */
public record ObjectMapping(
        String object, List<FieldRule> fields, List<String> matches, Direction creates, OnDelete onDelete) {

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
    }

    /** The provider's names of the mapped fields. */
    public List<String> remoteFields() {
        return fields.stream().map(FieldRule::remote).distinct().toList();
    }

    /** The mapping in which one rule decides all fields that changed on both sides. */
    ObjectMapping deciding(Wins wins) {
        var decided = fields.stream().map(rule -> rule.with(wins)).toList();
        return new ObjectMapping(object, decided, matches, creates, onDelete);
    }

    List<FieldRule> matching() {
        return matches.stream()
                .flatMap(name -> fields.stream().filter(rule -> rule.waggle().equals(name)))
                .toList();
    }
}
