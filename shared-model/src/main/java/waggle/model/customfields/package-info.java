@NullMarked
package waggle.model.customfields;

import org.jspecify.annotations.NullMarked;
