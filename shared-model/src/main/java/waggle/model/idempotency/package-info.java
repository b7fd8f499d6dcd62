/**
 * Idempotency keys: a repeated request returns the first reply, and its write happens once (docs/api.md, "Conventions":
 * Idempotency).
 */
@NullMarked
package waggle.model.idempotency;

import org.jspecify.annotations.NullMarked;
