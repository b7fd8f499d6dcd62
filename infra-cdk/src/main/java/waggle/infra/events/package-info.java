/** The path of an event from the table to webhook endpoints: stream, queues, functions, schedule and alarms. */
@NullMarked
package waggle.infra.events;

import org.jspecify.annotations.NullMarked;
