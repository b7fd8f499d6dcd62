/** Commissions as clients read them, and what clients set for one deal (docs/commissions.md). */
@NullMarked
package waggle.model.commissions.view;

import org.jspecify.annotations.NullMarked;
