@NullMarked
package waggle.bench.figures;

import org.jspecify.annotations.NullMarked;
