/** Tests of the local gateway below HTTP. */
@NullMarked
package waggle.cloud.gateway;

import org.jspecify.annotations.NullMarked;
