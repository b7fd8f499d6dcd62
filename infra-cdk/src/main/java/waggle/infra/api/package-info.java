/** The REST API: stage, routes, authorizer, gateway replies, usage plan, and the functions behind it. */
@NullMarked
package waggle.infra.api;

import org.jspecify.annotations.NullMarked;
