/** What clients write of payments, and what they read of all payments of a partner: balances and statements. */
@NullMarked
package waggle.model.payments;

import org.jspecify.annotations.NullMarked;
