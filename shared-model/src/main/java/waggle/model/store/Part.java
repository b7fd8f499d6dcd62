package waggle.model.store;

/**
 * A part of a record that others refer to by its own identifier, such as an option of a custom field. As long as they do,
 * it cannot be dropped.
 *
 * @param id unique within the record
 * @param title in a sentence: {@code option "EMEA"}
 */
public record Part(String id, String title) {}
