/** Calls of a Waggle API, local or deployed, with an API key. */
@NullMarked
package waggle.cloud.client;

import org.jspecify.annotations.NullMarked;
