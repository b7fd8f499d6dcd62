/** Commission rules, payments, statements and analytics. */
@NullMarked
package waggle.acceptance.commissions;

import org.jspecify.annotations.NullMarked;
