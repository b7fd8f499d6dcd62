@NullMarked
package waggle.model.stages;

import org.jspecify.annotations.NullMarked;
