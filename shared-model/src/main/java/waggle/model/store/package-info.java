@NullMarked
package waggle.model.store;

import org.jspecify.annotations.NullMarked;
