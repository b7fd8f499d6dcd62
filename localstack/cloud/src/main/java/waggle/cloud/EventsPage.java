package waggle.cloud;

import java.time.Instant;
import java.util.List;
import waggle.model.events.Event;
import waggle.model.store.Entity;

/**
 * A page of a list of events, the newest first.
 *
 * @param total how many there are on all its pages
 * @param at when it was told, by the clock of whoever did
 */
record EventsPage(List<Entity<Event>> events, long total, Instant at) {}
