package waggle.cloud.listen;

import java.time.Instant;
import java.util.List;
import waggle.model.events.Event;
import waggle.model.records.Entity;

/**
 * A page of the list of events, newest first.
 *
 * @param total the number of events on all pages
 * @param at the time of the reply by the clock of the API
 */
public record EventsPage(List<Entity<Event>> events, long total, Instant at) {}
