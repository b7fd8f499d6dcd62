@NullMarked
package waggle.model.memory;

import org.jspecify.annotations.NullMarked;
