/** The status of the whole deployment: heartbeats, what they measured, and incidents. It contains nothing of a company. */
@NullMarked
package waggle.model.status;

import org.jspecify.annotations.NullMarked;
