@NullMarked
package waggle.model.notes;

import org.jspecify.annotations.NullMarked;
