@NullMarked
package waggle.model.audit;

import org.jspecify.annotations.NullMarked;
