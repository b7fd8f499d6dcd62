/** What stands for Lambda's event sources: it takes from the stream, the queues and the clock, and calls functions. */
@NullMarked
package waggle.cloud.pumps;

import org.jspecify.annotations.NullMarked;
