/** Who sells, who is paid, and the rules that say so (docs/commissions.md). */
@NullMarked
package waggle.model.commissions.facts;

import org.jspecify.annotations.NullMarked;
