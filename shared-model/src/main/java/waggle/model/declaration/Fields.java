package waggle.model.declaration;

import java.util.List;

/**
 * What clients may do with single fields.
 *
 * @param immutable fields that keep the value the record was created with
 * @param fixedInUse fields that keep their value as long as other records refer to the record
 * @param readOnly fields of the shape that only Waggle writes
 * @param counts fields beside the shape: counts and sums of other records
 */
public record Fields(List<String> immutable, List<String> fixedInUse, List<String> readOnly, List<String> counts) {}
