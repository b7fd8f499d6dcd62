/** DynamoDB Local in the process of its user. */
@NullMarked
package waggle.cloud.dynamodb;

import org.jspecify.annotations.NullMarked;
