/** The sweep: sends what is due, in portions and fairly between companies and endpoints. */
@NullMarked
package waggle.events.sweep;

import org.jspecify.annotations.NullMarked;
