/** API Gateway as it behaves in AWS, on one port of this machine. */
@NullMarked
package waggle.cloud.gateway;

import org.jspecify.annotations.NullMarked;
