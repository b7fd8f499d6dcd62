/** What of the local gateway cannot be seen over HTTP. */
@NullMarked
package waggle.cloud.gateway;

import org.jspecify.annotations.NullMarked;
