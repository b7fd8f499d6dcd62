/** Requests: the gateway's event, and the values that controllers get from it. */
@NullMarked
package waggle.http.request;

import org.jspecify.annotations.NullMarked;
