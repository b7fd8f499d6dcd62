@NullMarked
package waggle.model.events;

import org.jspecify.annotations.NullMarked;
