@NullMarked
package waggle.bench.cloud;

import org.jspecify.annotations.NullMarked;
