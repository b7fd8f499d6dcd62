/** The functions behind the table's stream: relay of events, delivery to webhook endpoints, and the sweep for due work. */
@NullMarked
package waggle.events;

import org.jspecify.annotations.NullMarked;
