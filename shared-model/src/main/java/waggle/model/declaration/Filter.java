package waggle.model.declaration;

import waggle.model.json.JsonFields;

/**
 * A parameter that narrows a list by the values of a field; of a field that is a list, by its elements (docs/api.md,
 * "Lists").
 *
 * @param parameter as clients write it, {@code tag_uuid}
 * @param field the field of the record, {@code tag_uuids}, or of an object in it, {@code registration.status}
 * @param kind what the parameter says of the field
 */
public record Filter(String parameter, String field, Kind kind) {

    /** What a parameter can say of a field. */
    public enum Kind {
        /** It has one of some values, with commas between. */
        ONE_OF,
        /** It is an event type that one of some patterns selects: {@code tag.*}. */
        EVENT_TYPE,
        /** It is a number not below a number. */
        AT_LEAST,
        /** It is a number not above a number. */
        AT_MOST,
        /** It is a time after a time. */
        AFTER,
        /** It is a time before a time. */
        BEFORE,
        /** Whether it has a value at all: {@code true} or {@code false}. */
        PRESENT,
        /** Whether it has no value: {@code true} or {@code false}. */
        ABSENT,
        /** It is an object, and has one of some entries: {@code <key>:<value>}. */
        ENTRY,
        /** It is an object, and under the key that the parameter has in brackets it has one of some values. */
        ENTRIES
    }

    /** The value by which a filter of an optional reference finds the records without one. */
    public static final String NONE = "none";

    public Filter(String parameter, String field) {
        this(parameter, field, Kind.ONE_OF);
    }

    /** Whether lists of a resource accept {@link #NONE}: the filter is by a reference which a record need not have. */
    public boolean findsNone(Resource<?> resource) {
        return kind == Kind.ONE_OF
                && resource.references().stream()
                        .anyMatch(reference -> reference.field().equals(field))
                && !JsonFields.isRequired(resource.shape(), field);
    }
}
