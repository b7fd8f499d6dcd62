/** The open pages beside the API. */
@NullMarked
package waggle.acceptance.site;

import org.jspecify.annotations.NullMarked;
