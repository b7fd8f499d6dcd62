/** The cloud, the checkout and a receiver of webhooks that the tests use. */
@NullMarked
package waggle.acceptance.cloud;

import org.jspecify.annotations.NullMarked;
