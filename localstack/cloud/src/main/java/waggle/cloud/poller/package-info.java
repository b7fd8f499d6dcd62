/** Pollers that stand for Lambda event source mappings: stream, queues and schedule. */
@NullMarked
package waggle.cloud.poller;

import org.jspecify.annotations.NullMarked;
