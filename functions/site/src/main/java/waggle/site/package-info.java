/** The pages that need no key: the status, the OpenAPI document, and its documentation page. */
@NullMarked
package waggle.site;

import org.jspecify.annotations.NullMarked;
