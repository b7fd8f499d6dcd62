@NullMarked
package waggle.commissions;

import org.jspecify.annotations.NullMarked;
