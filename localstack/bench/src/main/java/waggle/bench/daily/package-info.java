@NullMarked
package waggle.bench.daily;

import org.jspecify.annotations.NullMarked;
