/** Commission rules: what a partner programme pays, when, and what it takes back (docs/commissions.md). */
@NullMarked
package waggle.model.commissions;

import org.jspecify.annotations.NullMarked;
