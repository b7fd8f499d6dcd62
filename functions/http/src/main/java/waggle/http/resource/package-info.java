/** Controllers that every resource extends, and their parts. */
@NullMarked
package waggle.http.resource;

import org.jspecify.annotations.NullMarked;
