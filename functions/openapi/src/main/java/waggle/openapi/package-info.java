/** Makes the OpenAPI document from the code of all functions, while they are built. */
@NullMarked
package waggle.openapi;

import org.jspecify.annotations.NullMarked;
