@NullMarked
package waggle.model.partners;

import org.jspecify.annotations.NullMarked;
