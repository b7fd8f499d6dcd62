/** What every HTTP function shares: the way of a request from the gateway to a controller and back. */
@NullMarked
package waggle.http;

import org.jspecify.annotations.NullMarked;
