@NullMarked
package waggle.model.table;

import org.jspecify.annotations.NullMarked;
