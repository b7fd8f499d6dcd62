@NullMarked
package waggle.bench.contention;

import org.jspecify.annotations.NullMarked;
