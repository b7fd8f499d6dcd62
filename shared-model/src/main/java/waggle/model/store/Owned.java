package waggle.model.store;

import java.util.function.Supplier;

/**
 * What belongs to a record and is deleted with it.
 *
 * @param resource of the records that belong to it
 * @param field where these refer to it
 * @param count the number of the owner that says how many these are
 */
record Owned(Supplier<Resource<?>> resource, String field, String count) {}
