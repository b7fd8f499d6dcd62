/** The schemas of requests and replies. */
@NullMarked
package waggle.openapi.schemas;

import org.jspecify.annotations.NullMarked;
