/** The pages that need no key: the status, the OpenAPI document, its documentation page, and the console. */
@NullMarked
package waggle.site;

import org.jspecify.annotations.NullMarked;
