/** What is stored for live updates: tickets, connections and their subscriptions. */
@NullMarked
package waggle.model.live;

import org.jspecify.annotations.NullMarked;
