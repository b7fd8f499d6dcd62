/** Stands before every request: who calls, and what the key may do. */
@NullMarked
package waggle.authorizer;

import org.jspecify.annotations.NullMarked;
