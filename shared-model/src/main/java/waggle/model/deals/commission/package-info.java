/** The commission of a deal, as clients read it, set it and try it (docs/commissions.md). */
@NullMarked
package waggle.model.deals.commission;

import org.jspecify.annotations.NullMarked;
