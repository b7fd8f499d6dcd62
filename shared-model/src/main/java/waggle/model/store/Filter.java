package waggle.model.store;

/**
 * A parameter that narrows a list to records of which a field has one of some values; of a field that is a list, one of
 * its elements (contract §1, "Lists").
 *
 * @param parameter as clients write it, {@code tag_uuid}
 * @param field the field of the record, {@code tag_uuids}
 */
public record Filter(String parameter, String field) {}
