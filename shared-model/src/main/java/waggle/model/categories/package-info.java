@NullMarked
package waggle.model.categories;

import org.jspecify.annotations.NullMarked;
