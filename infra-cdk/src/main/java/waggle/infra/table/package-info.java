/** The DynamoDB table, its indexes, and the permissions on its partitions. */
@NullMarked
package waggle.infra.table;

import org.jspecify.annotations.NullMarked;
