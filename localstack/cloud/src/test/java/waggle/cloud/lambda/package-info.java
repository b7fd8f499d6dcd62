@NullMarked
package waggle.cloud.lambda;

import org.jspecify.annotations.NullMarked;
