/** A local API Gateway: routes, authorizer, usage plan and gateway responses as in AWS. */
@NullMarked
package waggle.cloud.gateway;

import org.jspecify.annotations.NullMarked;
