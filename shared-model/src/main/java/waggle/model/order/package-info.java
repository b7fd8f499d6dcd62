@NullMarked
package waggle.model.order;

import org.jspecify.annotations.NullMarked;
