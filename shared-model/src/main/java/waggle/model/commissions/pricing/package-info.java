/** What one payment is, and when it is due: pure functions of a rule and a deal (docs/commissions.md). */
@NullMarked
package waggle.model.commissions.pricing;

import org.jspecify.annotations.NullMarked;
