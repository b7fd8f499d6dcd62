@NullMarked
package waggle.model.declaration;

import org.jspecify.annotations.NullMarked;
