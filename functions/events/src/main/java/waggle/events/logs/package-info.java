/** What the event functions add to their log lines. */
@NullMarked
package waggle.events.logs;

import org.jspecify.annotations.NullMarked;
