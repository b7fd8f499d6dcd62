@NullMarked
package waggle.bench;

import org.jspecify.annotations.NullMarked;
