package waggle.cloud.environment;

import waggle.model.events.Event;

/** A sample event. */
public record Sample(String type, Event.Data data) {}
