/** Writes the OpenAPI document from the code of all functions, during the build. */
@NullMarked
package waggle.openapi;

import org.jspecify.annotations.NullMarked;
