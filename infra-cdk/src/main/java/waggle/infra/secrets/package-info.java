/** The key that encrypts webhook secrets in the table. */
@NullMarked
package waggle.infra.secrets;

import org.jspecify.annotations.NullMarked;
