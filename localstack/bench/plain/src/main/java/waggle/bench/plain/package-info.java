@NullMarked
package waggle.bench.plain;

import org.jspecify.annotations.NullMarked;
