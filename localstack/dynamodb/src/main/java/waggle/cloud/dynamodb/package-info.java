@NullMarked
package waggle.cloud.dynamodb;

import org.jspecify.annotations.NullMarked;
