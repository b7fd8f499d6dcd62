/** The operations: parameters, headers, replies and errors. */
@NullMarked
package waggle.openapi.operations;

import org.jspecify.annotations.NullMarked;
