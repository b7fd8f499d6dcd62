@NullMarked
package waggle.bench.lists;

import org.jspecify.annotations.NullMarked;
