/** The latency of live updates, and what open connections cost. */
@NullMarked
package waggle.bench.live;

import org.jspecify.annotations.NullMarked;
