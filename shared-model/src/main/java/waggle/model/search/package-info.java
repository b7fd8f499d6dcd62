@NullMarked
package waggle.model.search;

import org.jspecify.annotations.NullMarked;
