/** What happens after a write was answered: its events are handed on, delivered, and tried again. */
@NullMarked
package waggle.events;

import org.jspecify.annotations.NullMarked;
