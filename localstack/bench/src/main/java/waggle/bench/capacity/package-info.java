@NullMarked
package waggle.bench.capacity;

import org.jspecify.annotations.NullMarked;
