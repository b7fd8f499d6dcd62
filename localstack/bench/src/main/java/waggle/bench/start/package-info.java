@NullMarked
package waggle.bench.start;

import org.jspecify.annotations.NullMarked;
