/** The client of the API, and the companies that tests share or own. */
@NullMarked
package waggle.acceptance.client;

import org.jspecify.annotations.NullMarked;
