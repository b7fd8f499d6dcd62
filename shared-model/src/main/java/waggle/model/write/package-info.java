@NullMarked
package waggle.model.write;

import org.jspecify.annotations.NullMarked;
