@NullMarked
package waggle.model.lists;

import org.jspecify.annotations.NullMarked;
