@NullMarked
package waggle.bench.memory;

import org.jspecify.annotations.NullMarked;
