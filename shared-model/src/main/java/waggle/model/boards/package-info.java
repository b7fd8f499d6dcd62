@NullMarked
package waggle.model.boards;

import org.jspecify.annotations.NullMarked;
