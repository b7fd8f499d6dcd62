@NullMarked
package waggle.model.tags;

import org.jspecify.annotations.NullMarked;
