/** What the table keeps of commissions beside rules and payments (docs/commissions.md). */
@NullMarked
package waggle.model.commissions.stored;

import org.jspecify.annotations.NullMarked;
