package waggle.model.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A field that holds the uuid of another record, or a list of them. The other record must exist, and cannot be removed as
 * long as the reference does; an owner can, and takes the record along.
 *
 * @param field such as {@code stage_uuid} or {@code tag_uuids}
 * @param target the resource of the other records; resolved late, since resources may refer to each other
 * @param where the values that the other record must have, in fields that cannot change while the record is in use
 * @param owned whether the other record owns this one
 * @param lasting whether this record stays, with the uuid, when the other record is removed
 */
public record Reference(
        String field, Supplier<Resource<?>> target, Map<String, String> where, boolean owned, boolean lasting) {
    private static final String ONE = "_uuid";
    private static final String MANY = "_uuids";

    public Reference(String field, Supplier<Resource<?>> target) {
        this(field, target, Map.of());
    }

    public Reference(String field, Supplier<Resource<?>> target, Map<String, String> where) {
        this(field, target, where, false, false);
    }

    /** A reference to an owner, which takes the record along when it is removed. */
    static Reference owned(String field, Supplier<Resource<?>> target) {
        return new Reference(field, target, Map.of(), true, false);
    }

    /** A reference that does not keep the other record from being removed, and stays after that. */
    public static Reference lasting(String field, Supplier<Resource<?>> target) {
        return new Reference(field, target, Map.of(), false, true);
    }

    /** Whether the field is named like a reference. */
    boolean isNamedWell() {
        return field.endsWith(ONE) || field.endsWith(MANY);
    }

    /** The name a client writes in {@code expand}, and the field of the expanded record: {@code stage}, {@code tags}. */
    public String expansion() {
        if (!isNamedWell()) {
            return field;
        }
        return isMany()
                ? plural(field.substring(0, field.length() - MANY.length()))
                : field.substring(0, field.length() - ONE.length());
    }

    private static String plural(String noun) {
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    public boolean isMany() {
        return field.endsWith(MANY);
    }

    /** Adds the references that a record has in this field. */
    void contribute(JsonNode json, Contributions contributions) {
        var value = json.path(field);
        if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                refer(value.path(i), field + "[" + i + "]", contributions);
            }
        } else if (value.isTextual()) {
            refer(value, field, contributions);
        }
    }

    private void refer(JsonNode uuid, String at, Contributions contributions) {
        var other = UUID.fromString(uuid.textValue());
        if (lasting) {
            contributions.mention(target.get(), other, at);
        } else {
            contributions.refer(target.get(), other, at, !owned, where);
        }
    }
}
