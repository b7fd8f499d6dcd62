/**
 * What is owed for a deal, what stands, and what follows: pure functions without storage and clock (docs/commissions.md).
 * {@link waggle.model.commissions.engine.Engine} is where to begin.
 */
@NullMarked
package waggle.model.commissions.engine;

import org.jspecify.annotations.NullMarked;
