/** The authorizer of every request: it verifies the API key and returns a policy of its rights. */
@NullMarked
package waggle.authorizer;

import org.jspecify.annotations.NullMarked;
