/** The pages that need no key: the status, the OpenAPI document, and the documentation made of it. */
@NullMarked
package waggle.site;

import org.jspecify.annotations.NullMarked;
