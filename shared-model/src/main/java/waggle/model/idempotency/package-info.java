/** A write that is asked for twice is done once (contract §1, "Idempotency"). */
@NullMarked
package waggle.model.idempotency;

import org.jspecify.annotations.NullMarked;
