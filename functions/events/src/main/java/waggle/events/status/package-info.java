/** Measures the deployment each minute for the status page. */
@NullMarked
package waggle.events.status;

import org.jspecify.annotations.NullMarked;
