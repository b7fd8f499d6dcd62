/** Partners, their contacts and users. */
@NullMarked
package waggle.acceptance.partners;

import org.jspecify.annotations.NullMarked;
