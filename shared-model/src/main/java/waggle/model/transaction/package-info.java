@NullMarked
package waggle.model.transaction;

import org.jspecify.annotations.NullMarked;
