@NullMarked
package waggle.model.keys;

import org.jspecify.annotations.NullMarked;
