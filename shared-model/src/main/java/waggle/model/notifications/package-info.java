@NullMarked
package waggle.model.notifications;

import org.jspecify.annotations.NullMarked;
