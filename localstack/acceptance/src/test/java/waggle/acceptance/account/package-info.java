/** The company, its keys and rights. */
@NullMarked
package waggle.acceptance.account;

import org.jspecify.annotations.NullMarked;
