package waggle.model.table;

import java.util.List;

/**
 * A global secondary index of the table.
 *
 * @param partitionKey attribute with a text
 * @param sortKey attribute with a text; only items with both keys are in the index
 * @param attributes that the index has beside all keys
 */
public record TableIndex(String name, String partitionKey, String sortKey, List<String> attributes) {}
