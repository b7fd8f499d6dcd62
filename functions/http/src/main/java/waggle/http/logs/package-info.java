/** The log context and the metric of each request. */
@NullMarked
package waggle.http.logs;

import org.jspecify.annotations.NullMarked;
