@NullMarked
package waggle.model.catalogue;

import org.jspecify.annotations.NullMarked;
