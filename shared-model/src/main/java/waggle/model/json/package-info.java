@NullMarked
package waggle.model.json;

import org.jspecify.annotations.NullMarked;
