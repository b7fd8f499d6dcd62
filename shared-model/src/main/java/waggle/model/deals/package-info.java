@NullMarked
package waggle.model.deals;

import org.jspecify.annotations.NullMarked;
