package waggle.cloud;

import waggle.model.events.Event;

/** An event as it might be. */
record Sample(String type, Event.Data data) {}
